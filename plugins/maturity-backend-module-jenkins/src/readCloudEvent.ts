import { InputError } from '@backstage/errors';
import {
  type CloudEvent,
  headerOf,
  parseDelivery,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';

/** Deeper than any event that Jenkins sends. */
const LIMITS = { maxBatch: 1, maxDepth: 64 };

/** Whether a delivery says of itself that it is a CloudEvent. */
export function isCloudEvent(request: WebhookRequest): boolean {
  return (
    /^\s*application\/cloudevents/i.test(
      headerOf(request, 'content-type') ?? '',
    ) || Object.keys(request.headers).some(name => name.startsWith('ce-'))
  );
}

/**
 * The event of a delivery, in binary or in structured mode.
 *
 * @throws InputError for what is no CloudEvent, and for a batch
 */
export function readCloudEvent(request: WebhookRequest): CloudEvent {
  const delivery = parseDelivery(
    { headers: asciiHeaders(request), body: request.rawBody },
    LIMITS,
  );
  if (!delivery.ok) {
    throw new InputError(delivery.refusal.message);
  }
  const { mode, items } = delivery.value;
  if (mode === 'batch') {
    throw new InputError(
      'A batch is not understood here: deliver the events of Jenkins one by one, as it sends them',
    );
  }
  const [{ received }] = items;
  if (!received.ok) {
    throw new InputError(received.refusal.message);
  }
  return received.value.event;
}

/**
 * The plugin writes the display name of a job into `ce-source` as it is. What
 * HTTP does not allow there would refuse every event of a job with an umlaut.
 */
function asciiHeaders({
  headers,
}: WebhookRequest): Record<string, string | string[] | undefined> {
  const source = headers['ce-source'];
  return typeof source === 'string'
    ? {
        ...headers,
        'ce-source': source.replace(/[^\x20-\x7e]/gu, encodeURIComponent),
      }
    : headers;
}
