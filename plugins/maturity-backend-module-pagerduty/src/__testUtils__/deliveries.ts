import { createHmac } from 'node:crypto';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';

/** When the first event of every story of these tests happens. */
export const START = Date.parse('2025-11-03T02:00:00.000Z');

/** RFC 3339 of some minutes after {@link START}. */
export const minute = (count: number) =>
  new Date(START + count * 60_000).toISOString();

/** Agents as they are documented and seen. */
export const AGENTS = {
  integration: {
    html_url: 'https://acme.pagerduty.com/services/PF9KMXH/integrations/PXMQ',
    id: 'PXMQ',
    self: 'https://api.pagerduty.com/services/PF9KMXH/integrations/PXMQ',
    summary: 'Events API V2',
    type: 'inbound_integration_reference',
  },
  person: {
    html_url: 'https://acme.pagerduty.com/users/PTUXL6G',
    id: 'PTUXL6G',
    self: 'https://api.pagerduty.com/users/PTUXL6G',
    summary: 'Ada Lovelace',
    type: 'user_reference',
  },
} as const;

/**
 * A delivery about one incident, built from the field list of
 * https://developer.pagerduty.com/docs/webhooks-overview.
 *
 * @param type - after `incident.`
 * @param options - `at`: minutes; `event` and `incident` replace members
 */
export function incidentEvent(
  type: string,
  options: {
    at?: number;
    event?: Record<string, unknown>;
    incident?: Record<string, unknown>;
  } = {},
) {
  const { at = 0, event, incident } = options;
  return {
    event: {
      id: `01-${type}-${at}`,
      event_type: `incident.${type}`,
      resource_type: 'incident',
      occurred_at: minute(at),
      agent: AGENTS.person,
      client: null,
      ...event,
      data: {
        id: 'PGR0VU2',
        type: 'incident',
        self: 'https://api.pagerduty.com/incidents/PGR0VU2',
        html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        number: 2,
        status: 'triggered',
        incident_key: 'd3640fbd41094207a1c11e58e46b1662',
        created_at: minute(0),
        title: 'Refunds fail',
        service: {
          html_url: 'https://acme.pagerduty.com/services/PF9KMXH',
          id: 'PF9KMXH',
          self: 'https://api.pagerduty.com/services/PF9KMXH',
          summary: 'Payments',
          type: 'service_reference',
        },
        assignees: [AGENTS.person],
        escalation_policy: null,
        teams: [],
        priority: null,
        urgency: 'high',
        conference_bridge: null,
        resolve_reason: null,
        ...incident,
      },
    },
  };
}

/** A priority as incidents name it. */
export const priority = (summary: string) => ({
  id: 'PSO75BM',
  summary,
  type: 'priority_reference',
});

/** The header that PagerDuty sends for a body. */
export function signatureOf(body: string, ...secrets: string[]): string {
  return secrets
    .map(
      secret => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`,
    )
    .join(',');
}

/** A signed delivery. */
export function delivery(body: string, ...secrets: string[]): WebhookRequest {
  return {
    headers: {
      'content-type': 'application/json',
      'x-pagerduty-signature': signatureOf(body, ...secrets),
    },
    rawBody: Buffer.from(body),
    receivedAt: START + 24 * 3_600_000,
  };
}
