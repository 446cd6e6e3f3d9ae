import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from './baseMeasurement';
import type { SampleItem, SampleSurroundings } from './sample';

/**
 * How many items there are. Nothing counted is 0 only while the source is known
 * to have been listening.
 */
export function countMeasurement(options: {
  definition: MetricDefinition;
  input: MetricInput;
  items: readonly SampleItem[];
  surroundings: SampleSurroundings;
}): Measurement {
  const { definition, input, items, surroundings } = options;
  const base = baseMeasurement({
    definition,
    input,
    items: items.map(({ fact, at }) => ({
      fact,
      at,
      role: definition.direction === 'higher' ? 'for' : 'against',
    })),
    surroundings,
  });
  if (base.status === 'no-source' || (base.status !== 'ok' && base.n === 0)) {
    return base;
  }
  return { ...base, value: base.n };
}
