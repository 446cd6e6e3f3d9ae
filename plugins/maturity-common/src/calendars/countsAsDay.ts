import { DAY_MS } from '../metrics/localDays';
import type { Calendar } from './types';

/**
 * Whether a day counts in a calendar.
 *
 * @remarks
 * Outside `since` to `until` holidays and extra days are not known, and the
 * weekday alone decides.
 *
 * @param isoDate - a date on the calendar's own clock, for example `2026-10-01`
 * @public
 */
export function countsAsDay(calendar: Calendar, isoDate: string): boolean {
  const known = isKnownDate(calendar, isoDate);
  if (known && calendar.extraDays.includes(isoDate)) {
    return true;
  }
  return (
    countsByWeekday(calendar, isoDate) &&
    !(known && calendar.holidays.includes(isoDate))
  );
}

/** Whether a date lies where holidays, extra days and hours of dates are known. */
export function isKnownDate(
  { since, until }: Pick<Calendar, 'since' | 'until'>,
  isoDate: string,
): boolean {
  return (
    (since === undefined || isoDate >= since) &&
    (until === undefined || isoDate <= until)
  );
}

/** Whether the weekday of a date counts, whatever its holidays. */
export function countsByWeekday(
  calendar: Pick<Calendar, 'weekdays'>,
  isoDate: string,
): boolean {
  // Day 0 was a Thursday.
  const day = Date.parse(isoDate) / DAY_MS + 3;
  return calendar.weekdays.includes((((day % 7) + 7) % 7) + 1);
}
