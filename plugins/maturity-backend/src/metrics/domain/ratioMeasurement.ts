import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from './baseMeasurement';
import type { SampleItem, SampleSurroundings } from './sample';
import { ratio } from './statistics';

/** An item of a denominator; `hit` when it is in the numerator, too. */
export interface RatioItem extends SampleItem {
  hit: boolean;
}

/** The share of items that are hits. Numerator and denominator stand beside it. */
export function ratioMeasurement(options: {
  definition: MetricDefinition;
  input: MetricInput;
  items: readonly RatioItem[];
  surroundings: SampleSurroundings;
}): Measurement {
  const { definition, input, items, surroundings } = options;
  const hitIsGood = definition.direction === 'higher';
  const base = baseMeasurement({
    definition,
    input,
    items: items.map(({ fact, at, hit }) => ({
      fact,
      at,
      role: hit === hitIsGood ? 'for' : 'against',
    })),
    surroundings,
  });
  if (base.status === 'no-source') {
    return base;
  }
  const numerator = items.filter(({ hit }) => hit).length;
  const denominator = items.length;
  const value = ratio(numerator, denominator);
  return {
    ...base,
    ...(value === undefined ? {} : { value }),
    numerator,
    denominator,
  };
}
