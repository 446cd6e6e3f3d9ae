import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  configuredSources,
  type MappingContext,
  type SourceEvent,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';
import { TEKTON, TektonWebhookSource } from '../TektonWebhookSource';

export const SECRET = 'secret-of-tekton';
export const RECEIVED_AT = Date.parse('2026-11-20T08:00:00Z');
export const CREATED_AT = Date.parse('2026-11-20T07:49:57Z');
export const STARTED_AT = Date.parse('2026-11-20T07:50:00Z');
export const FINISHED_AT = Date.parse('2026-11-20T07:53:20Z');
export const UID = '4ccb4f01-3ecc-4eb4-87e1-76f04efeee5c';
export const SHA = '218c63f230732c6d561fefd00fd0d2ac4ded1a0c';

export const context: MappingContext = {
  tierOf: name => (name === 'production' ? 'production' : undefined),
  pseudonym: () => undefined,
};

export function source(settings: JsonObject = {}): TektonWebhookSource {
  const [configured] = configuredSources(
    new ConfigReader({
      maturity: { sources: { tekton: { webhookSecret: SECRET, ...settings } } },
    }),
    TEKTON.type,
  );
  return TektonWebhookSource.fromConfig(configured);
}

/** The one event that a delivery becomes. */
export function mapped(
  request: WebhookRequest,
  settings?: JsonObject,
): SourceEvent {
  const events = source(settings).map(request, context);
  expect(events).toHaveLength(1);
  return events[0];
}

/** The status of a run in the states that Tekton tells of. */
export const STATUS: Record<string, JsonObject> = {
  queued: {},
  started: statusOf('Unknown', 'Started', '07:50:00'),
  running: statusOf('Unknown', 'Running', '07:50:01'),
  unknown: statusOf('Unknown', 'Running', '07:52:00'),
  successful: statusOf('True', 'Succeeded', '07:53:20'),
  failed: statusOf('False', 'Failed', '07:53:20'),
};

/** The status of a run whose condition became so at that time of the day. */
export function statusOf(
  status: string,
  reason: string,
  time: string,
): JsonObject {
  return {
    conditions: [
      {
        type: 'Succeeded',
        status,
        reason,
        message: 'Tasks Completed: 1, Incomplete: 2, Skipped: 0',
        lastTransitionTime: `2026-11-20T${time}Z`,
      },
    ],
    startTime: '2026-11-20T07:50:00Z',
    ...(status === 'Unknown' ? {} : { completionTime: '2026-11-20T07:53:20Z' }),
  };
}

/**
 * A run, built from the fields of
 * https://tekton.dev/docs/pipelines/pipeline-api/#tekton.dev/v1beta1.PipelineRun
 */
export function pipelineRun(
  state: string,
  changes: {
    metadata?: JsonObject;
    spec?: JsonObject;
    status?: JsonObject;
  } = {},
): JsonObject {
  return {
    metadata: {
      name: 'payments-ci-6gplk',
      generateName: 'payments-ci-',
      namespace: 'ci',
      uid: UID,
      creationTimestamp: '2026-11-20T07:49:57Z',
      labels: { 'tekton.dev/pipeline': 'payments-ci' },
      ...changes.metadata,
    },
    spec: {
      pipelineRef: { name: 'payments-ci' },
      params: [{ name: 'password', value: 'a parameter' }],
      ...changes.spec,
    },
    status: { ...STATUS[state], ...changes.status },
  };
}

/** What Pipelines as Code writes on a run, see its package `kubeinteraction`. */
export const PUSHED = {
  'pipelinesascode.tekton.dev/repo-url':
    'https://git.example.com/acme/payments',
  'pipelinesascode.tekton.dev/url-org': 'acme',
  'pipelinesascode.tekton.dev/url-repository': 'payments',
  'pipelinesascode.tekton.dev/sha': SHA,
  'pipelinesascode.tekton.dev/sha-title': 'Pay in yen',
  'pipelinesascode.tekton.dev/sender': 'ada',
  'pipelinesascode.tekton.dev/event-type': 'push',
  'pipelinesascode.tekton.dev/branch': 'refs/heads/main',
  'pipelinesascode.tekton.dev/source-branch': 'refs/heads/main',
  'pipelinesascode.tekton.dev/original-prname': 'on-push',
  'pipelinesascode.tekton.dev/log-url': 'https://tekton.example.com/on-push',
};

/** A CloudEvent in binary mode, as Tekton sends it. */
export function delivery(
  data: unknown,
  attributes: Record<string, string> = {},
): WebhookRequest {
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`tekton:${SECRET}`).toString(
        'base64',
      )}`,
      'ce-specversion': '1.0',
      'ce-id': '77f78ae7-ff6d-4e39-9d05-b9a0b7850527',
      'ce-source':
        '/apis/tekton.dev/v1/namespaces/ci/PipelineRun/payments-ci-6gplk',
      'ce-subject': 'payments-ci-6gplk',
      'ce-time': '2026-11-20T07:59:58.157819Z',
      'ce-type': 'dev.tekton.event.pipelinerun.successful.v1',
      ...attributes,
    },
    rawBody: Buffer.from(JSON.stringify(data)),
    receivedAt: RECEIVED_AT,
  };
}

/** The event of a state, with an id of its own. */
export function runEvent(
  state: string,
  changes?: Parameters<typeof pipelineRun>[1],
  id = `id of ${state}`,
): WebhookRequest {
  return delivery(
    { pipelineRun: pipelineRun(state, changes) },
    {
      'ce-id': id,
      'ce-type': `dev.tekton.event.pipelinerun.${state}.v1`,
    },
  );
}

/** A run with annotations, in its end. */
export function annotated(annotations: Record<string, string>): WebhookRequest {
  return runEvent('successful', {
    metadata: { annotations, labels: {}, name: 'x-1', generateName: 'x-' },
  });
}

/**
 * Genuine data, where it is at hand: in the folder that
 * `MATURITY_CONFORMANCE_DIR` names, else beside the repository. Its headers are
 * those of the same page, https://tekton.dev/docs/pipelines/events/
 */
export function genuineEvents(): { name: string; request: WebhookRequest }[] {
  const folder = join(
    process.env.MATURITY_CONFORMANCE_DIR ??
      resolve(__dirname, '../../../../../shared/conformance'),
    'webhooks/tekton',
  );
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map(name => ({
          name,
          request: delivery(
            JSON.parse(readFileSync(join(folder, name), 'utf8')),
            {
              'ce-source':
                '/apis/tekton.dev/v1beta1/namespaces/default/taskruns/curl-run-6gplk',
              'ce-subject': 'curl-run-6gplk',
              'ce-type': 'dev.tekton.event.taskrun.unknown.v1',
            },
          ),
        }))
    : [];
}
