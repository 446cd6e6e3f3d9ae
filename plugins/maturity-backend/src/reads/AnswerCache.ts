import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** What an answer rests on, as far as that can change. */
export interface AnswerBasis {
  /** Version of the entity and the last knowledge that was marked for it. */
  stamp: string;
  /** Time alone changes nothing before. */
  validUntil: EpochMs;
  /** Knowledge sequence that the answer was computed from. */
  knownAt: number;
}

interface Entry<T> extends AnswerBasis {
  answer: T;
}

/** Answers that are kept at once. */
const CAPACITY = 200;

/**
 * Answers that were computed from many facts, for as long as they are true.
 *
 * @remarks
 *
 * Only events, midnights and open intervals change a measurement (semantics
 * section 5), so an answer is given again until something marks its entity or
 * its time runs out; it carries the as-of at which it was computed. What is asked
 * for longest ago makes room.
 */
export class AnswerCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #capacity: number;

  static create<T>(options: { capacity?: number } = {}): AnswerCache<T> {
    return new AnswerCache(options.capacity ?? CAPACITY);
  }

  private constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /**
   * The answer to a question, if it still holds.
   *
   * @param options - `isOutdated` whether something else that it rests on has
   * changed since a knowledge sequence
   */
  get(options: {
    key: string;
    stamp: string;
    now: EpochMs;
    isOutdated: (knownAt: number) => boolean;
  }): T | undefined {
    const { key, stamp, now, isOutdated } = options;
    const entry = this.#entries.get(key);
    if (!entry) {
      return undefined;
    }
    this.#entries.delete(key);
    if (
      entry.stamp !== stamp ||
      entry.validUntil <= now ||
      isOutdated(entry.knownAt)
    ) {
      return undefined;
    }
    this.#entries.set(key, entry);
    return entry.answer;
  }

  set(key: string, answer: T, basis: AnswerBasis): void {
    this.#entries.delete(key);
    this.#entries.set(key, { ...basis, answer });
    if (this.#entries.size > this.#capacity) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }
}
