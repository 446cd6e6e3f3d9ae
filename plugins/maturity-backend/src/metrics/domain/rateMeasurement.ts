import {
  countDays,
  type Measurement,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from './baseMeasurement';
import { observedWindow } from './observedWindow';
import type { SampleItem, SampleSurroundings } from './sample';
import { ratio } from './statistics';

/**
 * Items per day of the window.
 *
 * @remarks
 *
 * The divisor is the whole window even where the source was connected for part
 * of it. Dividing by the connected days alone would let one old event, by which
 * the source turns out to have been connected for longer, lower the rate. The
 * rate is then a lower bound and `connectedSince` says so. Nothing counted is
 * a rate of 0 only while the source is known to have been listening.
 *
 * A window without any day to divide by, such as a Sunday in a rate per working
 * day, has no rate: `none`, or `insufficient` where something was counted.
 *
 * @param options - `counted`: what the items stand for together, one each
 * unless stated; `days`: the divisor, the local days of the window unless stated
 */
export function rateMeasurement(options: {
  definition: MetricDefinition;
  input: MetricInput;
  items: readonly SampleItem[];
  surroundings: SampleSurroundings;
  counted?: number;
  days?: number;
}): Measurement {
  const { definition, input, items, surroundings } = options;
  const numerator = options.counted ?? items.length;
  const base = baseMeasurement({
    definition,
    input,
    items: items.map(({ fact, at }) => ({
      fact,
      at,
      role: definition.direction === 'higher' ? 'for' : 'against',
    })),
    n: numerator,
    surroundings,
  });
  if (base.status === 'no-source') {
    return base;
  }
  const denominator =
    options.days ?? countDays(observedWindow(input), input.timeZone);
  if (denominator === 0 && base.status === 'ok') {
    base.status = numerator > 0 ? 'insufficient' : 'none';
  }
  const value =
    numerator > 0 || base.status === 'ok'
      ? ratio(numerator, denominator)
      : undefined;
  return {
    ...base,
    ...(value === undefined ? {} : { value }),
    numerator,
    denominator,
  };
}
