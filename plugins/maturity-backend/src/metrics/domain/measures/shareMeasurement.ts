import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';
import { ratio } from '../statistics';
import type { ShareReading } from './readings';

/**
 * The pooled share of readings: the sum of their parts by the sum of their
 * totals, never a mean of shares. The sample size is what was read, lines or
 * tests, and not the number of readings.
 */
export function shareMeasurement(options: {
  definition: MetricDefinition;
  input: MetricInput;
  readings: readonly ShareReading[];
  unknown: number;
}): Measurement {
  const { definition, input, readings, unknown } = options;
  const numerator = readings.reduce((sum, { part }) => sum + part, 0);
  const denominator = readings.reduce((sum, { total }) => sum + total, 0);
  const value = ratio(numerator, denominator);
  const base = baseMeasurement({
    definition,
    input,
    n: denominator,
    items: readings.map(({ fact, at, part, total }) => {
      const share = ratio(part, total)!;
      return {
        fact,
        at,
        value: share,
        role: share >= value! ? 'for' : 'against',
      };
    }),
    surroundings: { open: [], unknown },
  });
  if (base.status === 'no-source') {
    return base;
  }
  return {
    ...base,
    ...(value === undefined ? {} : { value }),
    numerator,
    denominator,
  };
}
