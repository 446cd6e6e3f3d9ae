import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';

export const SECRET = 'secret-of-the-receiver';
export const RECEIVED_AT = Date.parse('2026-11-20T08:00:00Z');

export interface AlertBody {
  status: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  generatorURL: string;
  fingerprint?: string;
}

/**
 * An alert, built from the field list of
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export function alertBody(changes: Partial<AlertBody> = {}): AlertBody {
  return {
    status: 'firing',
    labels: {
      alertname: 'PaymentsDown',
      service: 'payments',
      severity: 'critical',
      namespace: 'shop',
    },
    annotations: { summary: 'No payment for 2 minutes' },
    startsAt: '2026-11-20T07:00:00.123456789Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example.com/graph?g0.expr=up',
    fingerprint: 'a1bc48475b20e73d',
    ...changes,
  };
}

/** The same alert at its end. */
export function resolvedBody(changes: Partial<AlertBody> = {}): AlertBody {
  return alertBody({
    status: 'resolved',
    endsAt: '2026-11-20T07:30:00.5Z',
    ...changes,
  });
}

/** A notification, built from the same list. */
export function notification(
  alerts: readonly unknown[],
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    version: '4',
    groupKey: '{}:{alertname="PaymentsDown"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'maturity',
    groupLabels: { alertname: 'PaymentsDown' },
    commonLabels: { alertname: 'PaymentsDown' },
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example.com',
    alerts,
    ...changes,
  };
}

/** A delivery that brings the secret as a bearer token. */
export function delivery(
  body: unknown,
  receivedAt = RECEIVED_AT,
): WebhookRequest {
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${SECRET}`,
    },
    rawBody: Buffer.from(JSON.stringify(body)),
    receivedAt,
  };
}

/**
 * Genuine notifications, where they are at hand: in the folder that
 * `MATURITY_CONFORMANCE_DIR` names, else beside the repository.
 */
export function genuineNotifications(): { name: string; body: unknown }[] {
  const folder = join(
    process.env.MATURITY_CONFORMANCE_DIR ??
      resolve(__dirname, '../../../../../shared/conformance'),
    'webhooks/alertmanager',
  );
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map(name => ({
          name,
          body: JSON.parse(readFileSync(join(folder, name), 'utf8')),
        }))
    : [];
}
