import type { MetricCriterion } from '../models';

/**
 * Whether a value is on the good side of a criterion's limit.
 *
 * @param value - in the unit of the criterion's metric
 *
 * @public
 */
export function meetsThreshold(
  criterion: Pick<MetricCriterion, 'operator' | 'threshold'>,
  value: number,
): boolean {
  switch (criterion.operator) {
    case '>=':
      return value >= criterion.threshold;
    case '>':
      return value > criterion.threshold;
    case '<=':
      return value <= criterion.threshold;
    default:
      return value < criterion.threshold;
  }
}
