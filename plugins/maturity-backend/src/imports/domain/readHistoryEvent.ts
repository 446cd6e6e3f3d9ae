import {
  accept,
  canonicalEvent,
  parseDelivery,
  type DeliveryLimits,
  type MappingContext,
  type Result,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { mapCloudEvent } from '../../ingest/cdevents/domain/mapCloudEvent';

const HEADERS = { 'content-type': 'application/cloudevents+json' };

/**
 * Reads a line of NDJSON, a CloudEvent in structured JSON: what the door for
 * events would make of it, so that it is a duplicate of the same event sent
 * there.
 */
export function readHistoryEvent(
  line: Uint8Array,
  options: { context: MappingContext; limits: DeliveryLimits },
): { id?: string; event: Result<SourceEvent> } {
  const delivery = parseDelivery(
    { headers: HEADERS, body: line },
    options.limits,
  );
  if (!delivery.ok) {
    return { event: delivery };
  }
  const [{ id, received }] = delivery.value.items;
  if (!received.ok) {
    return { id, event: received };
  }
  const { event } = received.value;
  const mapped = mapCloudEvent(event, options.context);
  return {
    id,
    event: mapped.ok
      ? accept({ ...mapped.value, contents: canonicalEvent(event) })
      : mapped,
  };
}
