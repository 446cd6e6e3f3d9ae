import type { Level, Model, SubItem } from '../models';
import { subItemsOf } from '../models/walkModel';
import { isLeft } from './nextLevel';
import { subItemVerdicts } from './subItemVerdicts';
import type { CriterionVerdict, NodeVerdict } from './types';

/** A criterion that stands between an entity and a level. @public */
export interface LevelGap {
  subItem: SubItem;
  verdict: CriterionVerdict;
}

const EFFORT_ORDER = { S: 0, M: 1, L: 2 };
const UNKNOWN_EFFORT = 3;

/**
 * The failing and undecided criteria up to a level, in the order in which a
 * team would take them on.
 *
 * @remarks
 * What fails comes before what is undecided, because it holds the badge down
 * and the undecided only what is proven. Of each the cheapest first (effort S,
 * M, L, then unknown), then the lower level, then the id by code unit.
 *
 * Where nothing is left of a sub-item's criteria at the level itself, the
 * next level that is left counts: an emptied level is never reached, only
 * passed over.
 *
 * @public
 */
export function gapsToLevel(
  model: Model,
  root: NodeVerdict,
  level: Level,
): LevelGap[] {
  const verdicts = new Map(
    subItemVerdicts(root).map(verdict => [verdict.id, verdict]),
  );
  const gaps: LevelGap[] = [];
  for (const subItem of subItemsOf(model)) {
    const criteria = verdicts.get(subItem.id)?.criteria ?? [];
    const target = firstLevelLeft(criteria, level);
    for (const verdict of criteria) {
      const { outcome } = verdict.result;
      if (
        verdict.criterion.level <= target &&
        (outcome === 'fail' || outcome === 'undecided')
      ) {
        gaps.push({ subItem, verdict });
      }
    }
  }
  return gaps.sort(byUrgency);
}

function firstLevelLeft(
  criteria: readonly CriterionVerdict[],
  level: Level,
): number {
  let first: number | undefined;
  for (const verdict of criteria) {
    const at = verdict.criterion.level;
    if (at >= level && isLeft(verdict) && (first === undefined || at < first)) {
      first = at;
    }
  }
  return first ?? level;
}

function byUrgency(left: LevelGap, right: LevelGap): number {
  return (
    certaintyOf(left) - certaintyOf(right) ||
    effortOf(left) - effortOf(right) ||
    left.verdict.criterion.level - right.verdict.criterion.level ||
    byCodeUnit(left.verdict.criterion.id, right.verdict.criterion.id)
  );
}

function effortOf({ verdict }: LevelGap): number {
  const { effort } = verdict.criterion;
  return effort === undefined ? UNKNOWN_EFFORT : EFFORT_ORDER[effort];
}

function certaintyOf({ verdict }: LevelGap): number {
  return verdict.result.outcome === 'fail' ? 0 : 1;
}

function byCodeUnit(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
