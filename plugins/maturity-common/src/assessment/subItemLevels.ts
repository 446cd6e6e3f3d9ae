import type { Level } from '../models';
import { addToTally, emptyTally, measuredOf } from './LevelTally';
import { subItemVerdicts } from './subItemVerdicts';
import type { NodeVerdict } from './types';

/** The level whose criteria look back and are therefore left out. */
const TOP_LEVEL = 5;

/**
 * Measured level of every sub-item from the criteria below level 5: what a
 * later assessment gets as `earlier`.
 *
 * @remarks
 * Level 5 is left out because it asks for these very levels.
 *
 * @param root - a verdict as of the earlier time, under today's model version
 * @returns by sub-item id; `undefined` where no level could be shown
 *
 * @public
 */
export function subItemLevels(
  root: NodeVerdict,
): Map<string, Level | undefined> {
  const levels = new Map<string, Level | undefined>();
  for (const {
    id,
    levels: { measured },
    criteria,
  } of subItemVerdicts(root)) {
    if (measured === undefined) {
      levels.set(id, undefined);
      continue;
    }
    const tally = emptyTally();
    for (const { criterion, result } of criteria) {
      if (criterion.level < TOP_LEVEL) {
        addToTally(tally, criterion.level, result);
      }
    }
    levels.set(id, measuredOf(tally));
  }
  return levels;
}
