import type { IANAZone } from 'luxon';
import type { TimeWindow } from '../metrics';
import { DAY_MS, dayOf, startOfDay, zoneOf } from '../metrics/localDays';
import { countsAsDay } from './countsAsDay';
import type { Calendar } from './types';

/** The zone of a calendar's dates and hours: its own, else the portal's. */
export function zoneOfCalendar(calendar: Calendar, timeZone: string): IANAZone {
  return zoneOf(calendar.timeZone ?? timeZone);
}

/** Whether a local day, given in days since 1970-01-01, counts. */
export function dayCounts(calendar: Calendar, day: number): boolean {
  return countsAsDay(calendar, isoDateOf(day));
}

/** The ISO date of a local day, given in days since 1970-01-01. */
export function isoDateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** The counting local days that a window touches, in order. */
export function countingDays(
  calendar: Calendar,
  window: TimeWindow,
  zone: IANAZone,
): number[] {
  const days: number[] = [];
  if (window.from >= window.to) {
    return days;
  }
  const last = dayOf(window.to - 1, zone);
  for (let day = dayOf(window.from, zone); day <= last; day += 1) {
    if (dayCounts(calendar, day) && exists(day, zone)) {
      days.push(day);
    }
  }
  return days;
}

/** False for a date that the zone skips (Apia, 30 December 2011). */
export function exists(day: number, zone: IANAZone): boolean {
  return startOfDay(day + 1, zone) > startOfDay(day, zone);
}
