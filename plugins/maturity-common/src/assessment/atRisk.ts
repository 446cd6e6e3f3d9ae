import type { Measurement } from '../metrics';
import type { Criterion, MetricCriterion } from '../models';
import { judgedValue } from './judgedValue';
import { meetsThreshold } from './meetsThreshold';
import type { AssessmentInput } from './types';

/** Share of a limit, or of the allowed failures, that counts as close to it. */
const MARGIN = 0.1;

/**
 * Whether a criterion that passes is close to failing.
 *
 * @remarks
 * - a duration, count or rate: its value is within 10 % of the limit;
 * - a ratio: one more adverse item would flip it, or 10 % of the share of
 *   failures that the limit allows would. The allowed share is `1 - limit`
 *   where higher is better, else the limit itself.
 *
 * A limit of zero has no margin and is never at risk.
 *
 * @public
 */
export function isAtRisk(
  criterion: Criterion,
  input: AssessmentInput,
): boolean {
  if (criterion.kind !== 'metric') {
    return false;
  }
  const measurement = input.measurements[criterion.metric];
  if (measurement?.status !== 'ok') {
    return false;
  }
  const value = judgedValue(criterion, measurement);
  if (value === undefined || !meetsThreshold(criterion, value)) {
    return false;
  }
  return measurement.unit === 'ratio'
    ? isRatioAtRisk(criterion, measurement, value)
    : isWithinMargin(criterion.threshold, value);
}

function isWithinMargin(limit: number, value: number): boolean {
  return limit !== 0 && round(Math.abs(limit - value)) <= round(limit * MARGIN);
}

function isRatioAtRisk(
  criterion: MetricCriterion,
  measurement: Measurement,
  value: number,
): boolean {
  const higherIsBetter = isLowerLimit(criterion);
  const { numerator, denominator } = measurement;
  if (numerator !== undefined && denominator !== undefined) {
    const worse =
      (higherIsBetter ? numerator : numerator + 1) / (denominator + 1);
    if (!meetsThreshold(criterion, worse)) {
      return true;
    }
  }
  const share =
    (higherIsBetter ? 1 - criterion.threshold : criterion.threshold) * MARGIN;
  return !meetsThreshold(
    criterion,
    round(higherIsBetter ? value - share : value + share),
  );
}

function isLowerLimit(criterion: MetricCriterion): boolean {
  return criterion.operator === '>=' || criterion.operator === '>';
}

/** Takes off the noise of binary fractions, so that 0.955 - 0.005 is 0.95. */
function round(value: number): number {
  return Math.round(value * 1e12) / 1e12;
}
