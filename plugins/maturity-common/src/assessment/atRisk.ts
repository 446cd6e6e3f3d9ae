import type { Measurement } from '../metrics';
import type { Criterion, MetricCondition } from '../models';
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
 * A limit of zero has no margin and is never at risk. A criterion that another
 * proof meets as well is at risk only when each proof that holds is.
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
  const own = proofOf(criterion, input);
  const { alternative } = criterion;
  if (own === 'safe' || !alternative) {
    return own === 'close';
  }
  const other = proofOfAll(alternative, input);
  return other === 'missed' ? own === 'close' : other === 'close';
}

/** What a limit proves: nothing, or that it is kept, with a margin or without. */
type Proof = 'missed' | 'close' | 'safe';

function proofOf(condition: MetricCondition, input: AssessmentInput): Proof {
  const measurement = input.measurements[condition.metric];
  if (measurement?.status !== 'ok') {
    return 'missed';
  }
  const value = judgedValue(condition, measurement);
  if (value === undefined || !meetsThreshold(condition, value)) {
    return 'missed';
  }
  const isClose =
    measurement.unit === 'ratio'
      ? isRatioClose(condition, measurement, value)
      : isWithinMargin(condition.threshold, value);
  return isClose ? 'close' : 'safe';
}

function proofOfAll(
  conditions: readonly MetricCondition[],
  input: AssessmentInput,
): Proof {
  const proofs = conditions.map(condition => proofOf(condition, input));
  if (proofs.includes('missed')) {
    return 'missed';
  }
  return proofs.includes('close') ? 'close' : 'safe';
}

function isWithinMargin(limit: number, value: number): boolean {
  return limit !== 0 && round(Math.abs(limit - value)) <= round(limit * MARGIN);
}

function isRatioClose(
  condition: MetricCondition,
  measurement: Measurement,
  value: number,
): boolean {
  const higherIsBetter = isLowerLimit(condition);
  const { numerator, denominator } = measurement;
  if (numerator !== undefined && denominator !== undefined) {
    const worse =
      (higherIsBetter ? numerator : numerator + 1) / (denominator + 1);
    if (!meetsThreshold(condition, worse)) {
      return true;
    }
  }
  const share =
    (higherIsBetter ? 1 - condition.threshold : condition.threshold) * MARGIN;
  return !meetsThreshold(
    condition,
    round(higherIsBetter ? value - share : value + share),
  );
}

function isLowerLimit(condition: MetricCondition): boolean {
  return condition.operator === '>=' || condition.operator === '>';
}

/** Takes off the noise of binary fractions, so that 0.955 - 0.005 is 0.95. */
function round(value: number): number {
  return Math.round(value * 1e12) / 1e12;
}
