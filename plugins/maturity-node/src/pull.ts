import type {
  Alias,
  AliasScheme,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext, SourceDescription, SourceEvent } from './sources';

/**
 * A producer that is asked from time to time, for history and for those who
 * cannot push.
 *
 * @remarks
 *
 * The backend asks for the streams, and each stream for its pages, one after
 * the other on one replica. It appends a page like a delivery and then keeps
 * the page's cursor, so that an interrupted pull goes on where it was, and what
 * was read twice is a duplicate.
 *
 * @public
 */
export interface PullSource {
  /** Id of the source in the configuration; a webhook source may share it. */
  readonly id: string;
  readonly about: SourceDescription;
  /** How long after a pull the next one is due. Milliseconds. */
  readonly everyMs: number;
  /** What must be configured before anything can be pulled. */
  readonly problem?: string;
  /**
   * What there is to pull, for example the runs of each repository.
   *
   * @param context - `names`: the names of a scheme that entities of the
   *   catalog have and that the source may speak for, in order
   */
  streams(context: PullSurroundings): Promise<PullStream[]>;
}

/** What a source may ask of its surroundings while it pulls. @public */
export interface PullSurroundings {
  names(scheme: AliasScheme): Promise<Alias['value'][]>;
}

/** One thing that is pulled on its own, with a cursor of its own. @public */
export interface PullStream {
  /** Unique within its source and stable, for example `github.com/acme/shop runs`. */
  readonly id: string;
  /**
   * Pages from the cursor on, the oldest first.
   *
   * @throws RetryLaterError where the producer asks to wait
   */
  pull(request: PullRequest): AsyncIterable<PullPage>;
}

/** @public */
export interface PullRequest {
  /** What the last page that was kept said; absent the first time. */
  cursor?: string;
  now: EpochMs;
  context: MappingContext;
  signal: AbortSignal;
}

/** @public */
export interface PullPage {
  events: SourceEvent[];
  /** Where to go on after this page. At most 4096 characters. */
  cursor: string;
}

/**
 * The producer asks to wait: its streams rest until then, and no failure is
 * counted.
 *
 * @public
 */
export class RetryLaterError extends Error {
  readonly retryAt: EpochMs;

  constructor(message: string, retryAt: EpochMs) {
    super(message);
    this.name = 'RetryLaterError';
    this.retryAt = retryAt;
  }
}
