import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import type { DecisionQuery, DecisionStore } from './DecisionStore';

/** Decisions that are read at once while some of them are hidden. */
const PAGE = 200;

/** Lists decisions for somebody who may not see all of them. */
export class DecisionReader {
  readonly #decisions: DecisionStore;

  static create(options: { decisions: DecisionStore }): DecisionReader {
    return new DecisionReader(options.decisions);
  }

  private constructor(decisions: DecisionStore) {
    this.#decisions = decisions;
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Decision> {
    return this.#decisions.get(id);
  }

  /**
   * Decisions on entities that are visible, the newest first.
   *
   * @param options - `visible`: those of some entities that the catalog shows
   *   to the caller
   */
  async list(
    options: Omit<DecisionQuery, 'before'> & {
      visible: (entityRefs: string[]) => Promise<ReadonlySet<string>>;
    },
  ): Promise<Decision[]> {
    const { visible, limit, ...query } = options;
    const found: Decision[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await this.#decisions.list({
        ...query,
        before,
        limit: PAGE,
      });
      const refs = new Set(page.map(({ decision }) => decision.entityRef));
      const shown = await visible([...refs]);
      for (const { decision } of page) {
        if (shown.has(decision.entityRef)) {
          found.push(decision);
        }
      }
      if (found.length >= limit || page.length < PAGE) {
        return found.slice(0, limit);
      }
      before = page[page.length - 1].firstSeq;
    }
  }
}
