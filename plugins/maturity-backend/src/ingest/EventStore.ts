import type {
  EventResult,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';

/** One event on its way into the log. */
export interface IncomingEvent {
  event: MappedEvent;
  /** SHA-256, lower-case hex, of the canonical bytes of the event. */
  bodyHash: string;
  /** What came over the wire, kept for a while as proof; never for replay. */
  raw?: { contentType: string; body: Buffer };
}

/** Who sends, and for which entities it may speak. */
export interface EventSource {
  /** Configured id of the source, for example `github` or `ci`. */
  name: string;
  /**
   * Allow list. The predicate gets a full entity ref in lower case, for
   * example `component:default/payments`.
   */
  entities: 'all' | ((entityRef: string) => boolean);
}

/** A delivery: one or more events of one source. */
export interface AppendOptions {
  source: EventSource;
  events: IncomingEvent[];
  /** Epoch milliseconds. */
  receivedAt: number;
}

/** The event log together with everything that is derived from it at once. */
export interface EventStore {
  /**
   * Writes log, facts, attribution, bindings and due marks in one transaction
   * and returns when it is committed.
   *
   * @remarks
   *
   * An event that cannot be accepted is answered as `refused` or `conflict`
   * and never keeps its neighbours out.
   *
   * @returns one result per event; `index` is its position in `events`
   * @throws ServiceUnavailableError when the database cannot be reached; then
   *   nothing of the delivery was written and it can be sent again
   */
  append(options: AppendOptions): Promise<EventResult[]>;
}
