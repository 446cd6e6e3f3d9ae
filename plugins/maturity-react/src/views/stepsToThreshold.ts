import type {
  Measurement,
  MetricCriterion,
} from '@devops-scorecards/plugin-maturity-common';
import { countsItems } from './measurementView';

/** More than this many is no step any more. */
const MOST = 100;

/**
 * How many more good items in a row would bring a ratio over its threshold, if
 * nothing left the window meanwhile.
 *
 * @returns a number from 1 to 100; undefined where the criterion judges no
 *   ratio, is met already, or is further away
 *
 * @public
 */
export function stepsToThreshold(
  criterion: Pick<MetricCriterion, 'operator' | 'threshold'>,
  measurement: Pick<Measurement, 'unit' | 'n' | 'numerator' | 'denominator'>,
): number | undefined {
  const { numerator, denominator } = measurement;
  if (!countsItems(measurement) || numerator === undefined || !denominator) {
    return undefined;
  }
  const { operator, threshold } = criterion;
  const counted = operator.startsWith('>') ? 1 : 0;
  for (let steps = 0; steps <= MOST; steps++) {
    const ratio = (numerator + steps * counted) / (denominator + steps);
    if (holds(ratio, operator, threshold)) {
      return steps === 0 ? undefined : steps;
    }
  }
  return undefined;
}

function holds(
  value: number,
  operator: MetricCriterion['operator'],
  threshold: number,
): boolean {
  switch (operator) {
    case '>=':
      return value >= threshold;
    case '>':
      return value > threshold;
    case '<=':
      return value <= threshold;
    default:
      return value < threshold;
  }
}
