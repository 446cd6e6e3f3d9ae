import type { Level } from '../models';
import type { NodeLevels, NodeVerdict } from './types';

/**
 * Levels of a parent: strictly the minimum of its children.
 *
 * @remarks
 * A child that is not applicable leaves every minimum and count. A child in
 * which nothing is decided holds the award at 1, as nothing of it is proven,
 * but leaves the measured level alone; so does a child whose must-have
 * criteria are all open.
 */
export function parentLevels(children: readonly NodeVerdict[]): NodeLevels {
  let award: Level | undefined;
  let potential: Level | undefined;
  let measured: Level | undefined;
  let decided = 0;
  let total = 0;
  for (const { applicable, levels, criteria } of children) {
    if (!applicable) {
      continue;
    }
    award = lower(award, levels.award);
    potential = lower(potential, levels.potential);
    if (levels.measured !== undefined) {
      measured = lower(measured, levels.measured);
    }
    if (criteria) {
      total += 1;
      decided += levels.measured === undefined ? 0 : 1;
    } else {
      total += levels.total;
      decided += levels.decided;
    }
  }
  return {
    award: award ?? 1,
    potential: potential ?? 1,
    measured,
    decided,
    total,
  };
}

function lower(left: Level | undefined, right: Level): Level {
  return left === undefined || right < left ? right : left;
}
