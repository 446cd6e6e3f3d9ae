import type { CriterionVerdict, NodeVerdict } from './types';
import { subItemVerdicts } from './subItemVerdicts';

/**
 * Progress from 0 to 100, for charts only: it is no level and proves none.
 *
 * @remarks
 * The mean over the applicable sub-items of the mean over their levels of the
 * share of criteria that are met at that level, to one decimal. So every
 * sub-item weighs the same, and within it every level. An undecided criterion
 * is not met, a removed one leaves its level, an emptied level leaves its
 * sub-item. Meeting one more criterion never lowers it, wherever it stands;
 * neither does a waiver.
 *
 * It is 0 while nothing is decided; whoever shows it says so instead.
 *
 * @public
 */
export function progressIndex(root: NodeVerdict): number {
  let sum = 0;
  let count = 0;
  for (const { applicable, criteria } of subItemVerdicts(root)) {
    if (applicable) {
      sum += shareMet(criteria);
      count += 1;
    }
  }
  if (count === 0) {
    return 0;
  }
  // First take off the noise of adding fractions, which depends on the order
  // of the sub-items; then round to one decimal.
  const mean = Math.round((sum / count) * 1e9) / 1e9;
  return Math.round(mean * 1000) / 10;
}

function shareMet(criteria: readonly CriterionVerdict[]): number {
  const met = [0, 0, 0, 0, 0, 0];
  const total = [0, 0, 0, 0, 0, 0];
  for (const { criterion, result } of criteria) {
    if (result.outcome !== 'waived' && result.outcome !== 'not-applicable') {
      total[criterion.level] += 1;
      met[criterion.level] += result.outcome === 'pass' ? 1 : 0;
    }
  }
  let sum = 0;
  let levels = 0;
  for (let level = 1; level < total.length; level += 1) {
    if (total[level] > 0) {
      sum += met[level] / total[level];
      levels += 1;
    }
  }
  return sum / levels;
}
