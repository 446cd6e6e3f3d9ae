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
 * takes to see that they differ: 94.96% against 95% never reads "95%".
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

/** Seconds below a minute, minutes below an hour, hours below two days, then days. */
function formatDuration(options: {
  value: number;
  texts: Texts;
  digits: number;
  like: number;
}): string {
  const { value, texts, digits, like } = options;
  const [unit, size] = durationUnit(like, digits);
  const shown = new Intl.NumberFormat(texts.locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value / size);
  // A number never stands on another line than its unit.
  return shown.replace(/ /g, '\u00a0');
}

function durationUnit(value: number, digits: number): [string, number] {
  // As it is shown: what rounds to 60 s is 1 min.
  const shown = (size: number) =>
    Number((Math.abs(value) / size).toFixed(digits));
  if (shown(SECOND) < 60) {
    return ['second', SECOND];
  }
  if (shown(MINUTE) < 60) {
    return ['minute', MINUTE];
  }
  return shown(HOUR) < 48 ? ['hour', HOUR] : ['day', DAY];
}
