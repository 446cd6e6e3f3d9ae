import type { MeasureFields } from '@devops-scorecards/plugin-maturity-common';
import type { ReadingKind } from '@devops-scorecards/plugin-maturity-node';

/** What the pages of all metrics of one kind of reading say. */
export interface ReadingTexts {
  /** Which readings of the window count. */
  window: string;
  formula: readonly string[];
  explanation: string;
  statuses: Record<'ok' | 'insufficient' | 'none', string>;
  edgeCases: readonly string[];
  /** Readings in their order in time, what they come to, and how. */
  example: {
    readings: readonly MeasureFields[];
    value: number;
    text: string;
  };
  others: string;
}

const NO_SHARE =
  'A reading without a part or a total, of nothing, or with more of a part than of all says no share and counts in `unknown`.';
const NO_NUMBER =
  'A reading without a value, or with a negative one, counts in `unknown`.';
const LAPSED =
  'the readings of the window say none; or the latest is older than the window';
const NEVER = 'never: things stand somehow, whether they are read or not';
const QUIET =
  'no reading in the window, and at least one in the 90 days before it';
const MINUTE = 60_000;

/** Texts by kind; a test computes the examples. */
export const READING_TEXTS: Readonly<Record<ReadingKind, ReadingTexts>> = {
  'latest-share': {
    window: 'the latest reading in it',
    formula: ['part of the latest reading', 'total of the latest reading'],
    explanation:
      'The latest reading of the window says how things stand. Of two at the same time the one with the larger key counts.',
    statuses: {
      ok: 'the window has a reading that says a share',
      insufficient: LAPSED,
      none: NEVER,
    },
    edgeCases: [
      NO_SHARE,
      'The sample size is the total of the reading, and not the number of readings.',
      'An earlier reading counts where the latest says no share.',
    ],
    example: {
      readings: [
        { part: 60, total: 80 },
        { part: 76, total: 80 },
      ],
      value: 0.95,
      text: 'At first 60 of 80 were read, and later in the window 76 of 80. The value is 76 / 80 = 95 %.',
    },
    others:
      'Tools often send a percentage that is rounded already. Part and total are asked for here, so that shares of several entities can be pooled and nothing is rounded twice.',
  },
  'pooled-share': {
    window: 'all readings in it',
    formula: ['sum of the parts', 'sum of the totals'],
    explanation:
      'Readings are pooled: the sum of their parts by the sum of their totals, never a mean of shares.',
    statuses: {
      ok: 'the totals add up to at least the minimum',
      insufficient:
        'they add up to less; or the readings of the window say no share; or there was none and the source was connected for only part of the window',
      none: QUIET,
    },
    edgeCases: [
      NO_SHARE,
      'The sample size is the sum of the totals, and not the number of readings.',
      'A reading counts what happened since the one before it. Send each once, under an id of its own: the same id again changes nothing.',
    ],
    example: {
      readings: [
        { part: 18, total: 20 },
        { part: 45, total: 50 },
        { part: 10, total: 30 },
      ],
      value: 0.73,
      text: 'Readings of 18 of 20, 45 of 50 and 10 of 30 make (18 + 45 + 10) / (20 + 50 + 30) = 73 %. The mean of the three shares would be 71.1 %.',
    },
    others:
      'Averaging percentages, as dashboards do, weighs a day of one item like a day of a thousand.',
  },
  'latest-value': {
    window: 'the latest reading in it',
    formula: ['value of the latest reading'],
    explanation:
      'The latest reading of the window says how things stand. Of two at the same time the one with the larger key counts.',
    statuses: {
      ok: 'the window has a reading that says a number',
      insufficient: LAPSED,
      none: NEVER,
    },
    edgeCases: [
      NO_NUMBER,
      'The sample size is 1: the reading.',
      'A value of 0 is a value.',
    ],
    example: {
      readings: [{ value: 1.8 }, { value: 2.3 }],
      value: 2.3,
      text: 'At first 1.8 was read, and later in the window 2.3. The value is 2.3.',
    },
    others:
      'A mean over the window would still show what has been dealt with long ago.',
  },
  distribution: {
    window: 'all readings in it',
    formula: ['percentile of the values'],
    explanation:
      'Mean, percentiles and maximum of the values, interpolated as for every [distribution](./measurements.md#numbers). Fractions of a millisecond are rounded.',
    statuses: {
      ok: 'at least the minimum of readings say a number',
      insufficient:
        'fewer; or the readings of the window say none; or there was none and the source was connected for only part of the window',
      none: QUIET,
    },
    edgeCases: [
      NO_NUMBER,
      'A negative duration, as of clocks that disagree, is none and not 0.',
    ],
    example: {
      readings: [10, 20, 30, 40, 90].map(minutes => ({
        value: minutes * MINUTE,
      })),
      value: 70 * MINUTE,
      text: 'Readings of 10, 20, 30, 40 and 90 minutes have a p90 of 70 minutes, a median of 30 and a mean of 38.',
    },
    others: 'A mean alone hides the slow ones, which are what people wait for.',
  },
  total: {
    window: 'all readings in it',
    formula: ['sum of the totals, or of the values'],
    explanation:
      'What all readings of the window counted: the totals of shares, and the values of readings that are none.',
    statuses: {
      ok: 'somebody reads it; 0 where the window has no reading',
      insufficient:
        'the readings of the window count nothing that can be; or there was none and the source was connected for only part of the window',
      none: 'never: nothing counted is 0',
    },
    edgeCases: [
      NO_SHARE,
      'A value that is no whole number counts in `unknown`.',
    ],
    example: {
      readings: [{ part: 1, total: 2 }, { part: 3, total: 3 }, { value: 4 }],
      value: 9,
      text: 'Readings of 1 of 2, of 3 of 3 and of the value 4 count 2 + 3 + 4 = 9.',
    },
    others:
      'Counting readings instead would depend on how often somebody sends.',
  },
  'share-change': {
    window: 'the first and the latest reading in it',
    formula: ['share of the latest reading - share of the first reading'],
    explanation:
      'How far the share has moved over the window. It is negative where it fell.',
    statuses: {
      ok: 'the window has two readings that say a share',
      insufficient:
        'it has one; or its readings say none; or the latest is older than the window',
      none: NEVER,
    },
    edgeCases: [
      NO_SHARE,
      'Readings between the first and the latest change nothing.',
    ],
    example: {
      readings: [
        { part: 8, total: 100 },
        { part: 30, total: 100 },
        { part: 10, total: 200 },
      ],
      value: 0.05 - 0.08,
      text: 'Shares of 8 %, 30 % and, at last, 10 of 200 = 5 % make a change of 5 % - 8 % = -3 %.',
    },
    others:
      'A slope fitted to all readings weighs days on which many were sent; two ends can be checked by hand.',
  },
};
