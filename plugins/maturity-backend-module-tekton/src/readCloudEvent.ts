import { InputError } from '@backstage/errors';
import {
  type CloudEvent,
  parseDelivery,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';

/** Deeper than any object of Tekton. */
const LIMITS = { maxBatch: 1, maxDepth: 64 };

/**
 * The event of a delivery, in binary or in structured mode.
 *
 * @throws InputError for what is no CloudEvent, and for a batch
 */
export function readCloudEvent(request: WebhookRequest): CloudEvent {
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
      'A batch is not understood here: deliver the events of Tekton one by one, as it sends them',
    );
  }
  const [{ received }] = items;
  if (!received.ok) {
    throw new InputError(received.refusal.message);
  }
  return received.value.event;
}
