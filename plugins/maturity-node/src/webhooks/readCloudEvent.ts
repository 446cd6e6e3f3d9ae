import { InputError } from '@backstage/errors';
import { parseDelivery, type CloudEvent } from '../cloudevents';
import type { WebhookRequest } from '../sources';

/** Deeper than any object that producers document. */
const LIMITS = { maxBatch: 1, maxDepth: 64 };

/**
 * The event of a delivery, in binary or in structured mode.
 *
 * @param producer - as its vendor writes it, for messages
 * @throws InputError for what is no CloudEvent, and for a batch
 * @public
 */
export function readCloudEvent(
  request: Pick<WebhookRequest, 'headers' | 'rawBody'>,
  producer: string,
): CloudEvent {
  const delivery = parseDelivery(
    { headers: request.headers, body: request.rawBody },
    LIMITS,
  );
  if (!delivery.ok) {
    throw new InputError(delivery.refusal.message);
  }
  const { mode, items } = delivery.value;
  if (mode === 'batch') {
    throw new InputError(
      `A batch is not understood here: deliver the events of ${producer} one by one, as it sends them`,
    );
  }
  const [{ received }] = items;
  if (!received.ok) {
    throw new InputError(received.refusal.message);
  }
  return received.value.event;
}
