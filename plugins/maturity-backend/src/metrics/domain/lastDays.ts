import {
  dayBuckets,
  daysBefore,
  nextMidnight,
  type EpochMs,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * The local days up to that of an instant, in order, each whole.
 *
 * @remarks
 *
 * The day of `to` is the last, also at the very instant at which it begins. So
 * these days change at midnight and at no other time.
 *
 * @param options - `to`: epoch milliseconds; `days`: how many, at least 1;
 * `timeZone`: IANA zone in which days are cut
 */
export function lastDays(options: {
  to: EpochMs;
  days: number;
  timeZone: string;
}): TimeWindow[] {
  const { to, days, timeZone } = options;
  const end = nextMidnight(to, timeZone);
  // One day more than needed: the first one may be cut by a clock change.
  return dayBuckets(
    { from: daysBefore(end, days + 1, timeZone), to: end },
    timeZone,
  ).slice(-days);
}
