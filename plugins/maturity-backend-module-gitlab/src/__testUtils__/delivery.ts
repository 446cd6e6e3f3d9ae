import { createHmac } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type {
  FactKind,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  configuredSources,
  type MappingContext,
  type SourceEvent,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';
import { GitlabWebhookSource } from '../GitlabWebhookSource';

export const SECRET = 'the secret token of the webhook';
export const SIGNING_TOKEN = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
export const RECEIVED_AT = Date.parse('2026-11-20T08:00:00Z');

export const context: MappingContext = {
  tierOf: environment =>
    environment === 'live' || environment === 'production'
      ? 'production'
      : undefined,
  pseudonym: person => person && `hash of ${person}`,
};

export function gitlabSource(
  gitlab: JsonObject = { webhookSecret: SECRET },
): GitlabWebhookSource {
  const [settings] = configuredSources(
    new ConfigReader({ maturity: { sources: { gitlab } } }),
    'gitlab',
  );
  return GitlabWebhookSource.fromConfig(settings);
}

/** A delivery with the secret token. */
export function delivery(
  body: string | object,
  headers: Record<string, string | undefined> = {},
): WebhookRequest {
  return {
    headers: {
      'content-type': 'application/json',
      'x-gitlab-token': SECRET,
      ...headers,
    },
    rawBody: Buffer.from(
      typeof body === 'string' ? body : JSON.stringify(body),
    ),
    receivedAt: RECEIVED_AT,
  };
}

/** The headers of a signature, as GitLab makes it. */
export function signatureOf(
  body: string,
  options: { token?: string; at?: number } = {},
): Record<string, string> {
  const { token = SIGNING_TOKEN, at = RECEIVED_AT } = options;
  const id = '3e9ae6a4-7dbd-4a8c-8c3e-1d7a5c2d5f10';
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac(
    'sha256',
    Buffer.from(token.replace('whsec_', ''), 'base64'),
  )
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** The event that a payload is mapped to. */
export function mapped(
  payload: string | object,
  options: {
    settings?: JsonObject;
    receivedAt?: number;
    headers?: Record<string, string>;
  } = {},
): SourceEvent {
  const { settings, receivedAt = RECEIVED_AT, headers } = options;
  const source = gitlabSource({ webhookSecret: SECRET, ...settings });
  const events = source.map(
    { ...delivery(payload, headers), receivedAt },
    context,
  );
  expect(events).toHaveLength(1);
  return events[0];
}

/** The statements of a kind that a payload is mapped to. */
export function statements<K extends FactKind>(
  kind: K,
  payload: string | object,
  settings: JsonObject = {},
): Statement<K>[] {
  return mapped(payload, { settings }).statements.filter(
    (statement): statement is Statement<K> => statement.kind === kind,
  );
}
