import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';

/** When the alert of these tests was created. */
export const START = Date.parse('2025-11-03T02:00:00.104Z');

const MINUTE = 60_000;

/** Digits of nanoseconds, with some below the millisecond. */
export const nanoseconds = (time: number) => `${time}002246`;

/** Whatever replaces members of a payload; `undefined` leaves one out. */
type Members = Record<string, unknown>;

/**
 * The body of an action, built from the field list and the samples of
 * https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/.
 *
 * @param action - as Opsgenie names it
 * @param options - `at`: minutes after {@link START}
 */
export function actionBody(
  action: string,
  options: { at?: number; alert?: Members; payload?: Members } = {},
): string {
  const { at = 0, alert, payload } = options;
  const body = JSON.stringify({
    action,
    alert: {
      alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1762135200104',
      message: 'Refunds fail',
      tags: ['payments-api', 'critical'],
      tinyId: '23',
      entity: 'refunds',
      alias: 'refunds-fail',
      createdAt: START,
      updatedAt: 'UPDATED_AT',
      username: 'ada@example.com',
      userId: 'daed1180-0ce8-438b-8f8e-57e1a5920a2d',
      note: 'Ada looks at it',
      team: 'payments-team',
      responders: [
        { id: 'a6da4929', type: 'team', name: 'payments-team' },
        { id: '5e7ececc', type: 'user', name: 'Ada Lovelace' },
      ],
      teams: ['a6da4929'],
      recipients: [],
      details: {},
      priority: 'P1',
      oldPriority: 'P1',
      source: 'Prometheus',
      ...alert,
    },
    source: { name: '', type: action === 'Create' ? 'Prometheus' : 'web' },
    integrationName: 'scorecards',
    integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
    integrationType: 'Webhook',
    ...payload,
  });
  // As a number that JavaScript could not write.
  return body.replace('"UPDATED_AT"', nanoseconds(START + at * MINUTE));
}

/**
 * The body of `Escalate`, which Opsgenie sends when a rule of an escalation
 * policy applies. Not genuine: built from the field list and the sample of the
 * same page, where it is the one action whose alert is an id and nothing else.
 *
 * @param options - members to replace
 */
export function escalateBody(options: Members = {}): string {
  return JSON.stringify({
    action: 'Escalate',
    alert: { alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1762135200104' },
    escalationId: '51859f57-7fad-467b-ad79-59acbc69cb6a',
    escalationName: 'payments_escalation',
    escalationNotify: {
      id: '64818849-71d6-40ce-87c6-ed5e588702fd',
      name: 'ada@example.com',
      type: 'default',
      entity: 'user',
    },
    escalationTime: 5,
    repeatCount: 0,
    integrationName: 'scorecards',
    integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
    ...options,
  });
}

/** A delivery that brings the secret in a header. */
export function delivery(
  body: string,
  secret: string,
  receivedAt = START + 24 * 60 * MINUTE,
): WebhookRequest {
  return {
    headers: {
      'content-type': 'application/json',
      'x-webhook-token': secret,
    },
    rawBody: Buffer.from(body),
    receivedAt,
  };
}
