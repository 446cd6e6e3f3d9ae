import type {
  MetricCriterion,
  MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';

/** Languages of sentences that the backend makes. */
export type Language = 'en' | 'zh-CN';

const DURATION_UNITS = [
  { ms: 86_400_000, en: 'd', 'zh-CN': '天' },
  { ms: 3_600_000, en: 'h', 'zh-CN': '小时' },
  { ms: 60_000, en: 'min', 'zh-CN': '分钟' },
  { ms: 1_000, en: 's', 'zh-CN': '秒' },
];

const MOST_DECIMALS = 6;

/**
 * Writes a threshold without decimals that it does not have.
 *
 * @param value - in the metric's unit: ratio 0 to 1, milliseconds, count, per day
 */
export function formatThreshold(
  value: number,
  unit: MetricUnit,
  language: Language,
): string {
  const scale = scaleOf(value, unit, language);
  return `${trimmed(value * scale.factor)}${scale.suffix}`;
}

/**
 * Writes a value with one decimal, or with as many as it takes to stay on its
 * side of the threshold: 94.96 % is never shown as 95.0 % where 95 % is needed.
 *
 * @param value - in the metric's unit
 * @param criterion - what judges it; absent where nothing does
 */
export function formatValue(
  value: number,
  unit: MetricUnit,
  language: Language,
  criterion?: Pick<MetricCriterion, 'threshold' | 'operator'>,
): string {
  const { factor, suffix } = scaleOf(value, unit, language);
  if (unit === 'count') {
    return `${trimmed(value)}${suffix}`;
  }
  let decimals = 1;
  if (criterion && value !== criterion.threshold) {
    const side = Math.sign(value - criterion.threshold);
    const shownLimit = criterion.threshold * factor;
    while (
      decimals < MOST_DECIMALS &&
      Math.sign(Number((value * factor).toFixed(decimals)) - shownLimit) !==
        side
    ) {
      decimals += 1;
    }
  }
  return `${(value * factor).toFixed(decimals)}${suffix}`;
}

function scaleOf(
  value: number,
  unit: MetricUnit,
  language: Language,
): { factor: number; suffix: string } {
  switch (unit) {
    case 'ratio':
      return { factor: 100, suffix: language === 'en' ? ' %' : '%' };
    case 'duration': {
      const scale =
        DURATION_UNITS.find(({ ms }) => Math.abs(value) >= ms) ??
        DURATION_UNITS[DURATION_UNITS.length - 1];
      return { factor: 1 / scale.ms, suffix: ` ${scale[language]}` };
    }
    case 'per-day':
      return { factor: 1, suffix: language === 'en' ? ' per day' : ' 次/天' };
    case 'times':
      return { factor: 1, suffix: '×' };
    default:
      return { factor: 1, suffix: '' };
  }
}

/** At most four decimals, none that are zero. */
function trimmed(value: number): string {
  return String(Number(value.toFixed(4)));
}
