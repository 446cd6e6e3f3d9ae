import type { Texts } from '../language';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/**
 * How long ago something was, in the largest unit that it fills: `3 hours ago`.
 *
 * @param options - `ago`: milliseconds; below 0 in the future
 * @public
 */
export function formatRelative(options: { ago: number; texts: Texts }): string {
  const { ago, texts } = options;
  const [unit, size] =
    UNITS.find(([, milliseconds]) => Math.abs(ago) >= milliseconds) ??
    UNITS[UNITS.length - 1];
  return new Intl.RelativeTimeFormat(texts.locale, { numeric: 'auto' }).format(
    -Math.trunc(ago / size),
    unit,
  );
}
