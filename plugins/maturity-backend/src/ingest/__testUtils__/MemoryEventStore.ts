import type { EventResult } from '@devops-scorecards/plugin-maturity-common';
import type { AppendOptions, EventStore, IncomingEvent } from '../EventStore';

/** Keeps events in memory and tells duplicates from conflicts like the real one. */
export class MemoryEventStore implements EventStore {
  readonly events: IncomingEvent[] = [];

  async append({ events }: AppendOptions): Promise<EventResult[]> {
    return events.map((incoming, index): EventResult => {
      const { eventSource, eventId, entityRef } = incoming.event;
      const known = this.events.findIndex(
        ({ event }) =>
          event.eventSource === eventSource && event.eventId === eventId,
      );
      if (known < 0) {
        const seq = this.events.push(incoming);
        return {
          ...{ index, id: eventId, status: 'stored', seq, code: 202 },
          ...(entityRef ? { entityRef } : { unmapped: true }),
        };
      }
      const isSame = this.events[known].bodyHash === incoming.bodyHash;
      return {
        ...{ index, id: eventId, seq: known + 1 },
        ...(isSame
          ? { status: 'duplicate', code: 202 }
          : { status: 'conflict', code: 409, message: 'other content' }),
      };
    });
  }
}
