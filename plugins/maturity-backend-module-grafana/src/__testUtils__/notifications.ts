import { createHmac } from 'node:crypto';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';

export const SECRET = 'secret-of-the-contact-point';
export const TIMESTAMP_HEADER = 'X-Grafana-Alerting-Timestamp';

/**
 * An alert, built from the field list of
 * https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/#alert-object
 */
export function alertBody(changes: Record<string, unknown> = {}) {
  return {
    status: 'firing',
    labels: {
      alertname: 'High error rate',
      grafana_folder: 'Payments',
      service: 'payments',
      severity: 'critical',
    },
    annotations: { summary: 'More than 5 % of the payments fail' },
    startsAt: '2026-11-20T09:00:10.157076+02:00',
    endsAt: '0001-01-01T00:00:00Z',
    values: { B: 7.25, C: 1 },
    valueString: "[ var='B' labels={service=payments} value=7.25 ]",
    generatorURL: 'https://grafana.example.com/alerting/grafana/abc/view',
    fingerprint: 'c6eadffa33fcdf37',
    silenceURL: 'https://grafana.example.com/alerting/silence/new',
    dashboardURL: '',
    panelURL: '',
    imageURL: '',
    ...changes,
  };
}

/** A notification, built from the field list of the same page. */
export function notification(
  alerts: readonly unknown[],
  changes: Record<string, unknown> = {},
) {
  return {
    receiver: 'maturity',
    status: 'firing',
    orgId: 1,
    alerts,
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'https://grafana.example.com/',
    version: '1',
    groupKey: '{}:{}',
    truncatedAlerts: 0,
    title: '[FIRING:1]  (payments)',
    state: 'alerting',
    message: '**Firing**',
    ...changes,
  };
}

/** Signature and, if asked for, timestamp, as Grafana's documentation says. */
export function signatureOf(
  body: string,
  options: { secret?: string; seconds?: number } = {},
): Record<string, string> {
  const { secret = SECRET, seconds } = options;
  const signed = seconds === undefined ? body : `${seconds}:${body}`;
  return {
    'x-grafana-alerting-signature': createHmac('sha256', secret)
      .update(signed)
      .digest('hex'),
    ...(seconds !== undefined && {
      [TIMESTAMP_HEADER.toLowerCase()]: `${seconds}`,
    }),
  };
}

/** A delivery with the headers of {@link signatureOf}, or others. */
export function delivery(
  body: unknown,
  options: { receivedAt?: number; headers?: Record<string, string> } = {},
): WebhookRequest {
  const text = JSON.stringify(body);
  return {
    headers: {
      'content-type': 'application/json',
      ...(options.headers ?? signatureOf(text)),
    },
    rawBody: Buffer.from(text),
    receivedAt: options.receivedAt ?? Date.parse('2026-11-20T08:00:00Z'),
  };
}
