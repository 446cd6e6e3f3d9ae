import type { Measurement } from '../metrics';
import type { MetricCondition } from '../models';
import { judgedValue } from './judgedValue';
import { meetsThreshold } from './meetsThreshold';
import { FAIL, PASS, UNDECIDED } from './outcomes';
import type { CriterionOutcome } from './types';

/**
 * Whether a limit on a metric is kept: `pass`, `fail`, or `undecided` with the
 * reason.
 *
 * @param measurement - of the condition's metric; absent counts as an error
 *
 * @public
 */
export function judgeCondition(
  condition: MetricCondition,
  measurement: Measurement | undefined,
): CriterionOutcome {
  if (!measurement) {
    return UNDECIDED.error;
  }
  switch (measurement.status) {
    case 'ok': {
      const value = judgedValue(condition, measurement);
      if (value === undefined) {
        return UNDECIDED.error;
      }
      return meetsThreshold(condition, value) ? PASS : FAIL;
    }
    case 'none':
      return UNDECIDED['nothing-happened'];
    default:
      return UNDECIDED[measurement.status];
  }
}
