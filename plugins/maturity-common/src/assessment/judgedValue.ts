import type { Measurement } from '../metrics';
import type { MetricCondition } from '../models';

/**
 * The number that a condition judges: the statistic that it names.
 *
 * @returns a finite number in the metric's unit, or `undefined` when the
 * measurement does not carry that statistic
 *
 * @public
 */
export function judgedValue(
  criterion: Pick<MetricCondition, 'statistic'>,
  measurement: Measurement,
): number | undefined {
  const { statistic } = criterion;
  let value: number | undefined;
  if (statistic === measurement.statistic) {
    value = measurement.value;
  } else if (statistic !== 'value') {
    value = measurement.distribution?.[statistic];
  }
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
