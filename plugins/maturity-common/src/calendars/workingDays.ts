import type { EpochMs } from '../facts';
import type { TimeWindow } from '../metrics';
import { dayOf, startOfDay } from '../metrics/localDays';
import {
  countingDays,
  dayCounts,
  exists,
  zoneOfCalendar,
} from './calendarDays';
import type { Calendar } from './types';

/**
 * How many working days a window touches. A day that is touched counts in full,
 * so that a rate changes at midnight and not all day long.
 *
 * @param window - half-open
 * @param timeZone - IANA name, for calendars without a zone of their own
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function countWorkingDays(
  calendar: Calendar,
  window: TimeWindow,
  timeZone: string,
): number {
  return countingDays(calendar, window, zoneOfCalendar(calendar, timeZone))
    .length;
}

/**
 * Whether the local day of an instant is a working day.
 *
 * @param timeZone - IANA name, for calendars without a zone of their own
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function isWorkingDay(
  calendar: Calendar,
  at: EpochMs,
  timeZone: string,
): boolean {
  return dayCounts(calendar, dayOf(at, zoneOfCalendar(calendar, timeZone)));
}

/**
 * When a term of working days has run out: the midnight that ends the last of
 * the working days that follow the local day of `at`.
 *
 * @remarks
 * What happens before the result is in time. A term that begins on a Friday
 * evening and takes one working day ends with Monday.
 *
 * @param days - whole working days; 0 ends with the day of `at` itself
 * @param timeZone - IANA name, for calendars without a zone of their own
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function addWorkingDays(
  calendar: Calendar,
  at: EpochMs,
  days: number,
  timeZone: string,
): EpochMs {
  const zone = zoneOfCalendar(calendar, timeZone);
  let day = dayOf(at, zone);
  let left = days;
  while (left > 0) {
    day += 1;
    if (dayCounts(calendar, day) && exists(day, zone)) {
      left -= 1;
    }
  }
  return startOfDay(day + 1, zone);
}
