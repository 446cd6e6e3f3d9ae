import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  MetricInput,
  ReadingKind,
} from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';
import { durationMeasurement } from '../durationMeasurement';
import { ratio, shareChange } from '../statistics';
import { isCount, sharesOf, valuesOf, type Reading } from './readings';
import { shareMeasurement } from './shareMeasurement';

/** What a measurement is made of: readings of the window, ordered in time. */
export interface ReadingSample {
  definition: MetricDefinition;
  input: MetricInput;
  readings: readonly Reading[];
}

/** How each kind of metric makes a measurement of readings. */
export const READING_MEASUREMENTS: Readonly<
  Record<ReadingKind, (sample: ReadingSample) => Measurement>
> = {
  'latest-share': ({ readings, ...rest }) => {
    const shares = sharesOf(readings);
    return shareMeasurement({
      ...rest,
      readings: shares.slice(-1),
      unknown: readings.length - shares.length,
    });
  },
  'pooled-share': ({ readings, ...rest }) => {
    const shares = sharesOf(readings);
    return shareMeasurement({
      ...rest,
      readings: shares,
      unknown: readings.length - shares.length,
    });
  },
  'latest-value': latestValue,
  distribution: distributionOfValues,
  total: totalOf,
  'share-change': changeOfShare,
};

function latestValue({ definition, input, readings }: ReadingSample) {
  const values = valuesOf(readings);
  const latest = values[values.length - 1];
  const base = baseMeasurement({
    definition,
    input,
    items: latest ? [{ ...latest, role: 'for' }] : [],
    surroundings: { open: [], unknown: readings.length - values.length },
  });
  return base.status === 'no-source' || !latest
    ? base
    : { ...base, value: latest.value };
}

function distributionOfValues({ definition, input, readings }: ReadingSample) {
  const values = valuesOf(readings);
  return durationMeasurement({
    definition,
    input,
    // Statistics take whole milliseconds.
    items: values.map(item => ({ ...item, value: Math.round(item.value) })),
    surroundings: { open: [], unknown: readings.length - values.length },
  });
}

function totalOf({ definition, input, readings }: ReadingSample): Measurement {
  const shares = sharesOf(readings).map(({ fact, at, total }) => ({
    fact,
    at,
    value: total,
  }));
  const values = valuesOf(readings).filter(
    ({ fact, value }) => isCount(value) && fact.fields.total === undefined,
  );
  const items = [...shares, ...values];
  const base = baseMeasurement({
    definition,
    input,
    items: items.map(item => ({
      ...item,
      role: definition.direction === 'higher' ? 'for' : 'against',
    })),
    n: items.reduce((sum, { value }) => sum + value, 0),
    surroundings: { open: [], unknown: readings.length - items.length },
  });
  return base.status === 'no-source' || (base.status !== 'ok' && base.n === 0)
    ? base
    : { ...base, value: base.n };
}

function changeOfShare({ definition, input, readings }: ReadingSample) {
  const shares = sharesOf(readings);
  const first = shares[0];
  const last = shares[shares.length - 1];
  const ends = [...new Set([first, last])].filter(Boolean);
  const base = baseMeasurement({
    definition,
    input,
    items: ends.map(({ fact, at, part, total }, index) => ({
      fact,
      at,
      value: ratio(part, total)!,
      role: index === 0 ? 'against' : 'for',
    })),
    surroundings: { open: [], unknown: readings.length - shares.length },
  });
  return base.status === 'no-source' || ends.length < 2
    ? base
    : { ...base, value: shareChange(first, last)! };
}
