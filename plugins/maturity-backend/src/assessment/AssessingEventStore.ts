import type { EventResult } from '@devops-scorecards/plugin-maturity-common';
import type { AppendOptions, EventStore } from '../ingest/EventStore';

/** Has what events touch assessed as soon as they are committed. */
export class AssessingEventStore implements EventStore {
  readonly #store: EventStore;
  readonly #kick: () => void;

  constructor(options: { store: EventStore; kick: () => void }) {
    this.#store = options.store;
    this.#kick = options.kick;
  }

  async append(options: AppendOptions): Promise<EventResult[]> {
    const results = await this.#store.append(options);
    this.#kick();
    return results;
  }
}
