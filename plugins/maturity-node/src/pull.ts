import type {
  Alias,
  AliasScheme,
  EpochMs,
  FactKind,
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
 * was read twice is a duplicate: an event needs an id that is the same for the
 * same state of the same thing, and `contents` that are as well.
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
   * What there is to pull, for example the runs of each repository. Asked
   * every minute, so it asks its producer nothing.
   *
   * @param surroundings - `names`: the names of a scheme that entities of the
   *   catalog have and that the source may speak for, in order
   */
  streams(surroundings: PullSurroundings): Promise<PullStream[]>;
}

/** What a source may ask of its surroundings while it pulls. @public */
export interface PullSurroundings {
  names(scheme: AliasScheme): Promise<Alias['value'][]>;
}

/** One thing that is pulled on its own, with a cursor of its own. @public */
export interface PullStream {
  /**
   * Unique within its source and stable, for example `github.com/acme/shop
   * runs`. At most 512 characters.
   */
  readonly id: string;
  readonly subject: PullSubject;

  /**
   * Pages from the cursor on. What a page brings may be in any order, and the
   * next page is asked for only when this one is stored.
   *
   * @throws RetryLaterError where the producer asks to wait; any other error
   *   is a failure of this stream, and its message is shown to operators
   */
  pull(request: PullRequest): AsyncIterable<PullPage>;
}

/**
 * Whose history a stream is, by which "nothing happened" is told from "not
 * connected".
 *
 * @public
 */
export interface PullSubject {
  /** `eventSource` of its events. */
  readonly eventSource: string;
  /** The names that its events bear, the most telling first. */
  readonly aliases: readonly Alias[];
  readonly entityRef?: string;
  /** Kinds of fact that it tells of. */
  readonly kinds: readonly FactKind[];
  /**
   * Set where finding nothing does not mean that nothing happened: a
   * repository without workflows may be built elsewhere. Its kinds are then
   * connected when it has found something.
   */
  readonly onlyOnceSeen?: boolean;
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
  /** Where to go on after this page. At most {@link MAX_CURSOR_LENGTH}. */
  cursor: string;
  /**
   * The earliest time that the stream looks back to: when it has reached its
   * end, it has found everything from then on. Absent, what was said before
   * holds.
   */
  since?: EpochMs;
}

/** Most characters of a cursor. @public */
export const MAX_CURSOR_LENGTH = 4096;

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
