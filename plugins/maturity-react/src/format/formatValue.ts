import type { MetricUnit } from '@devops-scorecards/plugin-maturity-common';
import type { Texts } from '../language';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Options of {@link formatValue}. @public */
export interface FormatValueOptions {
  /** In the metric's unit: milliseconds, ratio 0 to 1, per day, times, count. */
  value: number;
  unit: MetricUnit;
  texts: Texts;
  /** Most digits after the decimal point; 1 where the caller says nothing. */
  digits?: number;
  /** A duration whose unit is to be used; its own where absent. */
  like?: number;
}

/**
 * A metric's value with its unit, for people: `94.7%`, `47 min`, `0.2 per day`.
 *
 * @public
 */
export function formatValue(options: FormatValueOptions): string {
  const { value, unit, texts, digits = 1, like = value } = options;
  switch (unit) {
    case 'ratio':
      return new Intl.NumberFormat(texts.locale, {
        style: 'percent',
        maximumFractionDigits: digits,
      }).format(value);
    case 'duration':
      return formatDuration({ value, texts, digits, like });
    case 'per-day':
      return texts.t('value.perDay', {
        value: formatNumber({ value, texts, digits: Math.max(digits, 2) }),
      });
    case 'times':
      return `${formatNumber({ value, texts, digits })}×`;
    default:
      return formatNumber({ value, texts, digits });
  }
}

/**
 * A value beside the threshold that judges it, with as many digits as it
 * takes to see that they differ: 94.96 % against 95 % never reads "95 %".
 *
 * @public
 */
export function formatAgainst(
  options: FormatValueOptions & { threshold: number },
): { value: string; threshold: string } {
  const { value, threshold, unit, texts } = options;
  const shownThreshold = formatValue({
    value: threshold,
    unit,
    texts,
    digits: 2,
  });
  for (let digits = 1; digits < 6; digits++) {
    const shown = formatValue({ value, unit, texts, digits });
    if (shown !== shownThreshold || value === threshold) {
      return { value: shown, threshold: shownThreshold };
    }
  }
  return {
    value: formatValue({ value, unit, texts, digits: 6 }),
    threshold: shownThreshold,
  };
}

/** A plain number in the reader's language. @public */
export function formatNumber(options: {
  value: number;
  texts: Texts;
  digits?: number;
}): string {
  return new Intl.NumberFormat(options.texts.locale, {
    maximumFractionDigits: options.digits ?? 1,
  }).format(options.value);
}

/**
 * The unit that keeps a duration between two and three digits: seconds below
 * 90 s, minutes below 2 h, hours below 2 d, then days. Whole days are days.
 */
function formatDuration(options: {
  value: number;
  texts: Texts;
  digits: number;
  like: number;
}): string {
  const { value, texts, digits, like } = options;
  const [unit, size] = durationUnit(like);
  return new Intl.NumberFormat(texts.locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value / size);
}

function durationUnit(value: number): [string, number] {
  const size = Math.abs(value);
  if (size < 90 * SECOND) {
    return ['second', SECOND];
  }
  if (size < 2 * HOUR) {
    return ['minute', MINUTE];
  }
  return size < 2 * DAY && size !== DAY ? ['hour', HOUR] : ['day', DAY];
}
