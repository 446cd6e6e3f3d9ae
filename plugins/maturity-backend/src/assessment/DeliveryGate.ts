/**
 * Lets deliveries go before assessments, where both share a processor and, with
 * SQLite, one connection: a sender waits, and an assessment of what a hundred
 * batches touch is done once instead of a hundred times.
 */
export class DeliveryGate {
  #underWay = 0;
  readonly #waiting = new Set<() => void>();

  /** Runs a delivery. */
  async deliver<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) {
        this.#waiting.forEach(go => go());
      }
    }
  }

  /**
   * Waits until no delivery is under way.
   *
   * @param longestMs - goes on after so long in any case: verdicts must not
   *   stand still while somebody brings in a year
   */
  async quiet(longestMs: number): Promise<void> {
    if (this.#underWay === 0) {
      return;
    }
    await new Promise<void>(resolve => {
      const go = () => {
        this.#waiting.delete(go);
        resolve();
      };
      this.#waiting.add(go);
      setTimeout(go, longestMs).unref();
    });
  }
}
