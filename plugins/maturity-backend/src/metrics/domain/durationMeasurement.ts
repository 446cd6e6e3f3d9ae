import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from './baseMeasurement';
import type { SampleItem, SampleSurroundings } from './sample';
import { distribution } from './statistics';

/** An item of a distribution with its duration in milliseconds. */
export interface DurationItem extends SampleItem {
  value: number;
}

/** The distribution of durations; its main statistic is the definition's. */
export function durationMeasurement(options: {
  definition: MetricDefinition;
  input: MetricInput;
  items: readonly DurationItem[];
  surroundings: SampleSurroundings;
}): Measurement {
  const { definition, input, items, surroundings } = options;
  const result = distribution(items.map(({ value }) => value));
  const base = baseMeasurement({
    definition,
    input,
    items: items.map(({ fact, at, value }) => ({
      fact,
      at,
      value,
      role: value <= result!.mean ? 'for' : 'against',
    })),
    surroundings,
  });
  if (base.status === 'no-source' || result === undefined) {
    return base;
  }
  const { statistic } = definition;
  return {
    ...base,
    ...(statistic === 'value' ? {} : { value: result[statistic] }),
    distribution: result,
  };
}
