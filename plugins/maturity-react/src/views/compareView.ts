import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import { formatNumber, formatValue } from '../format';
import { pickText, type Texts } from '../language';
import { toMeasurementView, type MeasurementView } from './measurementView';

/** Which way a metric went. @public */
export type ChangeDirection = 'better' | 'worse' | 'same' | 'unknown';

/** One metric in two windows. @public */
export interface CompareRow {
  metric: string;
  title: string;
  before: MeasurementView;
  after: MeasurementView;
  direction: ChangeDirection;
  /** The direction in a word. */
  word: string;
  /** How far, in the metric's unit; absent where one side has no value. */
  change?: string;
  /** Lengths of the two bars, 0 to 1; the longer of a pair is 1. */
  bars: { before?: number; after?: number };
}

/** Two measurements of one metric side by side. @public */
export function toCompareRow(options: {
  definition: MetricDefinition;
  before: Measurement;
  after: Measurement;
  texts: Texts;
  timeZone: string;
}): CompareRow {
  const { definition, before, after, texts, timeZone } = options;
  const direction = directionOf(definition, before.value, after.value);
  return {
    metric: definition.id,
    title: pickText(texts, definition.title),
    before: toMeasurementView({ measurement: before, texts, timeZone }),
    after: toMeasurementView({ measurement: after, texts, timeZone }),
    direction,
    word: texts.t(`compare.${direction}`),
    change:
      direction === 'better' || direction === 'worse'
        ? changeWords(definition, {
            before: before.value ?? 0,
            after: after.value ?? 0,
            texts,
          })
        : undefined,
    bars: barsOf(before.value, after.value),
  };
}

/** The largest share of the value before that still rounds to 0 %. */
const NOTHING = 0.0049;

function directionOf(
  definition: Pick<MetricDefinition, 'direction' | 'unit'>,
  before: number | undefined,
  after: number | undefined,
): ChangeDirection {
  if (before === undefined || after === undefined) {
    return 'unknown';
  }
  // What would read as +0 % is no change; of shares every trace may matter.
  const nothing = definition.unit === 'ratio' ? 0 : NOTHING * Math.abs(before);
  if (Math.abs(after - before) <= nothing) {
    return 'same';
  }
  return after > before === (definition.direction === 'higher')
    ? 'better'
    : 'worse';
}

/** Shares change by points, everything else by its unit and a share of before. */
function changeWords(
  definition: Pick<MetricDefinition, 'unit'>,
  options: { before: number; after: number; texts: Texts },
): string {
  const { before, after, texts } = options;
  const { unit } = definition;
  const by = after - before;
  const sign = by > 0 ? '+' : '−';
  if (unit === 'ratio') {
    const points = formatNumber({
      value: Math.abs(by) * 100,
      texts,
      digits: 1,
    });
    return sign + texts.t('compare.points', { value: points });
  }
  const size = formatValue({ value: Math.abs(by), unit, texts });
  const share =
    before === 0
      ? ''
      : ` (${sign}${formatValue({
          value: Math.abs(by / before),
          unit: 'ratio',
          texts,
          digits: 0,
        })})`;
  return `${sign}${size}${share}`;
}

/** A negative value, such as an overdrawn budget, has no length. */
function barsOf(
  before: number | undefined,
  after: number | undefined,
): CompareRow['bars'] {
  const longest = Math.max(before ?? 0, after ?? 0);
  const length = (value: number | undefined) =>
    value === undefined ? undefined : Math.max(0, value) / (longest || 1);
  return { before: length(before), after: length(after) };
}
