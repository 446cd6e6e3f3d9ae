import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';

/** Where a stream is whose list has its newest first. */
export const newestFirstSchema = z.object({
  /** The earliest time that was ever looked back to. */
  since: z.int(),
  /** What came about before is read; absent until the first walk has ended. */
  through: z.int().optional(),
  /** The walk down the list that is under way. */
  walk: z.object({ startedAt: z.int(), page: z.int().min(1) }).optional(),
  /** Ids of what had not ended. */
  open: z.array(z.int()),
});

export type NewestFirstCursor = z.output<typeof newestFirstSchema>;

/**
 * A walk down a list that has its newest first.
 *
 * @remarks
 *
 * It begins at the top and ends where things are older than what is read, less
 * an overlap. Only then is what lies above read, as of when the walk began:
 * what comes in at the top meanwhile moves the others down, so that some are
 * seen twice and none is missed.
 */
export class NewestFirst {
  readonly cursor: NewestFirstCursor;
  readonly #startedAt: EpochMs;
  readonly #until: EpochMs;

  static begin(options: {
    cursor: NewestFirstCursor | undefined;
    now: EpochMs;
    lookBackMs: number;
    overlapMs: number;
  }): NewestFirst {
    return new NewestFirst(options);
  }

  private constructor(options: Parameters<typeof NewestFirst.begin>[0]) {
    const { now, lookBackMs, overlapMs } = options;
    this.cursor = options.cursor ?? { since: now - lookBackMs, open: [] };
    const { since, through, walk } = this.cursor;
    this.#startedAt = walk?.startedAt ?? now;
    this.#until =
      through === undefined ? since : Math.max(since, through - overlapMs);
  }

  /** The page to read next. */
  get page(): number {
    return this.cursor.walk?.page ?? 1;
  }

  /** Whether something of this time is not read yet. */
  isNews(at: EpochMs): boolean {
    return at >= this.#until;
  }

  /** Notes that a page is read. */
  next(): void {
    this.cursor.walk = { startedAt: this.#startedAt, page: this.page + 1 };
  }

  /** Notes that the list is read as far as needed. */
  end(): void {
    this.cursor.through = this.#startedAt;
    this.cursor.walk = undefined;
  }
}
