import type { Level, Model } from '../models';
import { subItemVerdicts } from './subItemVerdicts';
import type { CriterionVerdict, NodeVerdict } from './types';

/**
 * The level to aim at: the first above the measured one at which a criterion
 * is left to meet, else the measured one where it is not proven yet.
 *
 * @returns `undefined` where the highest level that is left is proven
 *
 * @public
 */
export function nextLevel(root: NodeVerdict, model: Model): Level | undefined {
  const measured = root.levels.measured ?? 1;
  let next: Level | undefined;
  for (const { criteria } of subItemVerdicts(root)) {
    for (const verdict of criteria) {
      const { level } = verdict.criterion;
      if (
        level > measured &&
        level <= model.maxLevel &&
        isLeft(verdict) &&
        (next === undefined || level < next)
      ) {
        next = level;
      }
    }
  }
  if (next === undefined && root.levels.award < measured) {
    return measured;
  }
  return next;
}

/** Whether nothing removed the criterion. */
export function isLeft({ result }: CriterionVerdict): boolean {
  return result.outcome !== 'waived' && result.outcome !== 'not-applicable';
}
