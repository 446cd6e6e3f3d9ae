/** Covered and known in one: twice the number of an item, plus 1 when covered. */
type Mark = number;

/** So many new marks are worth putting in order. */
const COMPACT_AFTER = 4096;

/** Largest number of an item, so that its mark is a safe integer. */
export const MAX_ITEM = 2 ** 52 - 1;

/**
 * Lines or branches of one file, of which several parts of a report may tell:
 * each counts once, as covered when any part says so.
 *
 * @remarks
 *
 * It keeps eight bytes an item, less than a report has for it.
 */
export class CoveredItems {
  /** In order, each item once. */
  #marks: Float64Array = new Float64Array(0);
  #added: Mark[] = [];

  /** @param item - whole, from 0 to {@link MAX_ITEM} */
  add(item: number, covered: boolean): void {
    this.#added.push(item * 2 + (covered ? 1 : 0));
    if (this.#added.length >= Math.max(COMPACT_AFTER, this.#marks.length)) {
      this.#compact();
    }
  }

  /** Gives up what is not needed while others are added to. */
  compact(): void {
    this.#compact();
  }

  count(): { part: number; total: number } {
    this.#compact();
    return {
      part: this.#marks.reduce((sum, mark) => sum + (mark % 2), 0),
      total: this.#marks.length,
    };
  }

  #compact(): void {
    if (this.#added.length === 0) {
      return;
    }
    const all = new Float64Array(this.#marks.length + this.#added.length);
    all.set(this.#marks);
    all.set(this.#added, this.#marks.length);
    all.sort();
    // Of the marks of one item the last is the one that says covered.
    let kept = 0;
    for (const mark of all) {
      const isSame =
        kept > 0 && Math.floor(all[kept - 1] / 2) === Math.floor(mark / 2);
      kept += isSame ? 0 : 1;
      all[kept - 1] = mark;
    }
    this.#marks = all.slice(0, kept);
    this.#added = [];
  }
}
