import {
  measureNamed,
  type Measurement,
  type MetricDefinition,
  type MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricInput,
  ReadingKind,
  ReadingMetric,
} from '@devops-scorecards/plugin-maturity-node';
import { READING_MEASUREMENTS } from './readingMeasurements';
import { READING_LOOK_BACK_DAYS, readingsNamed } from './readings';

const UNITS: Readonly<Record<ReadingKind, MetricUnit>> = {
  'latest-share': 'ratio',
  'pooled-share': 'ratio',
  'latest-value': 'count',
  distribution: 'duration',
  total: 'count',
  'share-change': 'ratio',
};

const MINIMUMS: Readonly<Record<ReadingKind, number>> = {
  'latest-share': 1,
  'pooled-share': 10,
  'latest-value': 1,
  distribution: 5,
  total: 0,
  'share-change': 2,
};

/** Kinds that tell how things stand, where the others tell what happened. */
const STATES: readonly ReadingKind[] = [
  'latest-share',
  'latest-value',
  'share-change',
];

/** What the catalogue of metrics says about a metric of readings. */
export function readingDefinition(metric: ReadingMetric): MetricDefinition {
  const { id, area, title, description, direction, source, page } = metric;
  const { kind, measure } = metric;
  const spread = kind === 'distribution';
  return {
    id,
    area,
    title,
    description,
    unit: metric.unit ?? UNITS[kind],
    direction,
    statistic: spread ? metric.statistic ?? 'p90' : 'value',
    statistics: spread
      ? ['mean', 'p50', 'p85', 'p90', 'p95', 'max']
      : ['value'],
    requires: ['measure'],
    measure,
    minimum: metric.minimum ?? MINIMUMS[kind],
    source,
    page,
  };
}

/**
 * A metric that is made of the readings of one name (ADR 0011).
 *
 * @remarks
 *
 * A source of readings is connected for the names that it reads: without any
 * reading of the name in the window or in the 90 days before it, the status is
 * `no-source`, whatever else the source reads. Where readings have come before
 * but none in the window that says a number, a metric of how things stand is
 * `insufficient` and not `none`: things stood somehow.
 */
export function measureMetric(metric: ReadingMetric): Metric {
  const definition = readingDefinition(metric);
  const ofCode = metric.ofCode ?? measureNamed(metric.measure)?.ofCode ?? false;
  return {
    definition,
    lookBackDays: READING_LOOK_BACK_DAYS,
    measure(input) {
      const { readings, heardOf } = readingsNamed(metric.measure, {
        input,
        ofCode,
      });
      if (!heardOf) {
        return unheardOf(definition, input);
      }
      const measurement = READING_MEASUREMENTS[metric.kind]({
        definition,
        input,
        readings,
      });
      const { status, n } = measurement;
      const lapsed =
        n === 0 && (STATES.includes(metric.kind) || readings.length > 0);
      if (!lapsed || (status !== 'none' && status !== 'ok')) {
        return measurement;
      }
      const { value: _, ...rest } = measurement;
      return { ...rest, status: 'insufficient' };
    },
  };
}

/** As without a source: nobody is known to read this. */
function unheardOf(
  definition: MetricDefinition,
  input: MetricInput,
): Measurement {
  const { measure: _, ...connections } = input.connections;
  return READING_MEASUREMENTS.total({
    definition,
    input: { ...input, connections },
    readings: [],
  });
}
