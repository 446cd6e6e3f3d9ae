import type { Level, SustainedCriterion } from '../models';
import { FAIL, PASS, UNDECIDED } from './outcomes';
import type { AssessmentInput, CriterionOutcome } from './types';

/** Options of {@link judgeSustained}. */
export interface JudgeSustainedOptions {
  criterion: SustainedCriterion;
  subItemId: string;
  /** Measured level now, from the criteria below the criterion's own level. */
  measured: Level | undefined;
  /** Whether one of these criteria fails. */
  failing: boolean;
  earlier: AssessmentInput['earlier'];
}

/**
 * Judges "the measured level was at least so high at each of these times".
 *
 * @remarks
 * A level that is too low today fails only where a criterion below fails.
 * Otherwise it is too low because of what is undecided or removed, and the
 * criterion is undecided too: if it failed, deciding the other criterion well
 * would raise the potential level, and waiving it would lower the measured
 * one.
 */
export function judgeSustained(
  options: JudgeSustainedOptions,
): CriterionOutcome {
  const { criterion, subItemId, measured } = options;
  let failed = false;
  let undecided = false;
  for (const daysAgo of criterion.daysAgo) {
    const level =
      daysAgo === 0 ? measured : options.earlier(subItemId, daysAgo);
    if (level === undefined) {
      return UNDECIDED['history-missing'];
    }
    if (level < criterion.atLeast) {
      if (daysAgo === 0 && !options.failing) {
        undecided = true;
      } else {
        failed = true;
      }
    }
  }
  if (failed) {
    return FAIL;
  }
  return undecided ? UNDECIDED['history-missing'] : PASS;
}
