import { createHash } from 'node:crypto';

/** What makes an event the same event wherever it is seen again. */
export interface EventIdentity {
  /** Configured name of the source. */
  source: string;
  /** Producer's own name of where the event came about. */
  eventSource: string;
  /** Unique within `eventSource`. */
  eventId: string;
}

/**
 * Key by which duplicates are found: SHA-256, lower-case hex, of the JSON of
 * the three parts. JSON, because no part can reach into the next one.
 */
export function eventKeyOf(identity: EventIdentity): string {
  const { source, eventSource, eventId } = identity;
  return createHash('sha256')
    .update(JSON.stringify([source, eventSource, eventId]))
    .digest('hex');
}
