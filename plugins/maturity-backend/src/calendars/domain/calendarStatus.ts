import type {
  Calendar,
  CalendarStatus,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';

/** Days before its end from which a calendar has to be renewed. */
export const RENEW_DAYS = 60;

/**
 * How long the holidays of a calendar are still known.
 *
 * @param options - `timeZone`: of the portal, where the calendar has none
 */
export function calendarStatus(
  calendar: Calendar,
  options: { now: EpochMs; timeZone: string },
): CalendarStatus {
  if (calendar.until === undefined) {
    return { calendar };
  }
  const zone = calendar.timeZone ?? options.timeZone;
  // Dates without a zone of their own: a clock change must not cost a day.
  const today = DateTime.fromMillis(options.now, { zone }).toISODate();
  const days = DateTime.fromISO(calendar.until, { zone: 'utc' }).diff(
    DateTime.fromISO(today!, { zone: 'utc' }),
    'days',
  ).days;
  return { calendar, daysLeft: days };
}

/** Whether a calendar ends soon, or has ended. */
export function needsRenewal({ daysLeft }: CalendarStatus): boolean {
  return daysLeft !== undefined && daysLeft < RENEW_DAYS;
}
