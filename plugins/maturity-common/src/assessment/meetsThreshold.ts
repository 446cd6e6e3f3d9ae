import type { MetricCondition } from '../models';

/**
 * Whether a value is on the side of a limit that the condition names.
 *
 * @param value - in the unit of the condition's metric
 *
 * @public
 */
export function meetsThreshold(
  criterion: Pick<MetricCondition, 'operator' | 'threshold'>,
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
