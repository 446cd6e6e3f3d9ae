/** Bytes of a piece to begin with: a second or so of work for the portal. */
const FIRST = 256 * 1024;

/** A larger one is not tried: no line is that long. */
const LARGEST = 64 * 1024 * 1024;

/**
 * How large pieces are: smaller where the portal takes no such large ones, and
 * larger where a line does not fit.
 */
export class PieceSize {
  #bytes = FIRST;
  /** The largest that the portal took, and the smallest that it did not. */
  #fits = 0;
  #tooLarge = LARGEST + 1;

  get bytes(): number {
    return this.#bytes;
  }

  /** @returns false where there is nothing smaller to try */
  shrink(): boolean {
    this.#tooLarge = this.#bytes;
    return this.#tryBetween();
  }

  /** @returns false where there is nothing larger to try */
  grow(): boolean {
    this.#fits = this.#bytes;
    return this.#tryBetween();
  }

  #tryBetween(): boolean {
    const between = Math.floor((this.#fits + this.#tooLarge) / 2);
    const bytes = this.#fits > 0 ? Math.min(2 * this.#fits, between) : between;
    if (bytes <= this.#fits) {
      return false;
    }
    this.#bytes = bytes;
    return true;
  }
}
