import type { EntityLevel } from '@devops-scorecards/plugin-maturity-common';

/** Where levels are read from. */
export interface LevelSource {
  /**
   * Levels of the entities that a model targets, one for each scorecard; the
   * others are left out.
   *
   * @param options - entity refs, at most a few hundred, and a signal that
   *   gives up
   */
  getLevels(options: {
    entityRefs: string[];
    signal: AbortSignal;
  }): Promise<EntityLevel[]>;
}
