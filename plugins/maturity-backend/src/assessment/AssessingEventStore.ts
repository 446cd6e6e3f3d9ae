import type { EventResult } from '@devops-scorecards/plugin-maturity-common';
import type { AppendOptions, EventStore } from '../ingest/EventStore';
import type { DeliveryGate } from './DeliveryGate';

/** Has what events touch assessed as soon as they are committed. */
export class AssessingEventStore implements EventStore {
  readonly #store: EventStore;
  readonly #kick: () => void;
  readonly #gate: DeliveryGate | undefined;

  constructor(options: {
    store: EventStore;
    kick: () => void;
    gate?: DeliveryGate;
  }) {
    this.#store = options.store;
    this.#kick = options.kick;
    this.#gate = options.gate;
  }

  async append(options: AppendOptions): Promise<EventResult[]> {
    const append = () => this.#store.append(options);
    const results = await (this.#gate?.deliver(append) ?? append());
    this.#kick();
    return results;
  }
}
