import { createHmac } from 'node:crypto';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';

/** When the stories of these tests begin. */
export const START = Date.parse('2025-11-03T02:00:00.000Z');

export const SECRET = `whsec_${Buffer.from('a key of 24 bytes, about').toString(
  'base64',
)}`;

/** RFC 3339 of some minutes after {@link START}. */
export const minute = (count: number) =>
  new Date(START + count * 60_000).toISOString();

/** A body as docs/events/incident-webhook.md describes it. */
export function eventBody(
  type: string,
  data: Record<string, unknown> = {},
  at = 0,
) {
  return { type, timestamp: minute(at), data: { id: 'INC-32', ...data } };
}

/**
 * A delivery that is signed by Standard Webhooks.
 *
 * @param options - `sentAt`: when this try is made
 */
export function delivery(
  body: unknown,
  options: { id?: string; secret?: string; sentAt?: number } = {},
): WebhookRequest {
  const { id = 'msg_1', secret = SECRET, sentAt = START } = options;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = Math.floor(sentAt / 1000);
  const signature = createHmac(
    'sha256',
    Buffer.from(secret.replace(/^whsec_/, ''), 'base64'),
  )
    .update(`${id}.${timestamp}.${text}`)
    .digest('base64');
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': `${timestamp}`,
      'webhook-signature': `v1,${signature}`,
    },
    rawBody: Buffer.from(text),
    receivedAt: sentAt,
  };
}
