import type { MetricUnit } from '../metrics';

/** What a pack may write as a quantity, read into the metric's unit. */
export type Quantity = { value: number } | { fix: string };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const DURATION_UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: WEEK,
};

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const DURATION = new RegExp(`^(?:${NUMBER}(?:ms|[smhdw]))+$`);
const DURATION_PART = new RegExp(`(${NUMBER})(ms|[smhdw])`, 'g');
const RATIO = new RegExp(`^(${NUMBER})\\s*%$`);
const RATE = new RegExp(`^(${NUMBER})\\s*/\\s*(\\d*)([dw])$`);

/**
 * Reads a limit as packs write it.
 *
 * | unit | written | read as |
 * |---|---|---|
 * | duration | `30m`, `4h`, `1d12h` | milliseconds; a day has 24 hours |
 * | ratio | `95%`, `0.5%` | 0 to 1 |
 * | per-day | `2/d`, `1/w`, `1/30d` | per day |
 * | count, times | `10`, `2.5` | itself |
 *
 * @returns the value, or how to write it
 */
export function readQuantity(
  written: string | number,
  unit: MetricUnit,
): Quantity {
  const text = String(written).trim();
  switch (unit) {
    case 'duration':
      return DURATION.test(text)
        ? { value: readDuration(text) }
        : { fix: 'write a duration such as 30m, 4h or 1d12h' };
    case 'ratio': {
      // Shifting the point in the text gives the double that 0.999 is;
      // dividing 99.9 by 100 does not.
      const ratio = Number(`${RATIO.exec(text)?.[1] ?? NaN}e-2`);
      return ratio <= 1
        ? { value: ratio }
        : { fix: 'write a percentage from 0% to 100%, such as 95%' };
    }
    case 'per-day':
      return readRate(text);
    default:
      return typeof written === 'number' && written >= 0
        ? { value: written }
        : { fix: 'write a number that is not negative, such as 10' };
  }
}

function readDuration(text: string): number {
  let total = 0;
  for (const [, amount, unit] of text.matchAll(DURATION_PART)) {
    total += Number(amount) * DURATION_UNITS[unit];
  }
  return total;
}

function readRate(text: string): Quantity {
  const [, amount, every, unit] = RATE.exec(text) ?? [];
  const days = Number(every || 1) * (unit === 'w' ? 7 : 1);
  return amount !== undefined && days > 0
    ? { value: Number(amount) / days }
    : { fix: 'write a rate such as 2/d, 1/w or 1/30d' };
}
