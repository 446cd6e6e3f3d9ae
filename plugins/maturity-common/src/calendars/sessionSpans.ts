import type { IANAZone } from 'luxon';
import type { EpochMs } from '../facts';
import type { TimeWindow } from '../metrics';
import { DAY_MS, MINUTE_MS, startOfDay } from '../metrics/localDays';
import { countingDays, isoDateOf, zoneOfCalendar } from './calendarDays';
import { isKnownDate } from './countsAsDay';
import { minuteOfDay } from './minuteOfDay';
import type { Calendar, DayHours } from './types';

const MINUTES_OF_DAY = 24 * 60;

const WHOLE_DAY: readonly number[][] = [[0, MINUTES_OF_DAY]];

/**
 * The service hours of a calendar inside a window.
 *
 * @remarks
 * A span begins at the first instant of its day at which the clock shows its
 * `from` or later, and ends likewise at its `to`. So hours that a clock change
 * skips are no service time, and hours that come twice are so twice.
 *
 * @param window - half-open
 * @param timeZone - IANA name, for calendars without a zone of their own
 * @returns sorted and disjoint; spans that touch are joined
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function sessionSpans(
  calendar: Calendar,
  window: TimeWindow,
  timeZone: string,
): TimeWindow[] {
  const zone = zoneOfCalendar(calendar, timeZone);
  const usual = calendar.hours ? minutesOf(calendar.hours) : WHOLE_DAY;
  const spans: TimeWindow[] = [];
  for (const day of countingDays(calendar, window, zone)) {
    for (const [opens, closes] of hoursOfDate(calendar, day) ?? usual) {
      const from = Math.max(instantOf(day, opens, zone), window.from);
      const to = Math.min(instantOf(day, closes, zone), window.to);
      const last = spans[spans.length - 1];
      if (from < to && last?.to === from) {
        last.to = to;
      } else if (from < to) {
        spans.push({ from, to });
      }
    }
  }
  return spans;
}

function minutesOf(hours: readonly DayHours[]): readonly number[][] {
  return hours.map(({ from, to }) => [minuteOfDay(from), minuteOfDay(to)]);
}

/** Hours that a date has of its own. */
function hoursOfDate(
  calendar: Calendar,
  day: number,
): readonly number[][] | undefined {
  if (!calendar.dates) {
    return undefined;
  }
  const isoDate = isoDateOf(day);
  const own = calendar.dates[isoDate];
  return own && isKnownDate(calendar, isoDate) ? minutesOf(own) : undefined;
}

/** The first instant of a local day at which its clock shows a time or later. */
function instantOf(day: number, minute: number, zone: IANAZone): EpochMs {
  const start = startOfDay(day, zone);
  const end = startOfDay(day + 1, zone);
  if (minute === 0 || minute === MINUTES_OF_DAY) {
    return minute === 0 ? start : end;
  }
  // No clock change on this day, as on nearly all: nothing has to be searched.
  if (end - start === DAY_MS) {
    return start + minute * MINUTE_MS;
  }
  const wanted = day * DAY_MS + minute * MINUTE_MS;
  const shown = (at: EpochMs) => at + zone.offset(at) * MINUTE_MS;
  const guesses = [start, end - 1]
    .map(at => wanted - zone.offset(at) * MINUTE_MS)
    .sort((a, b) => a - b);
  const exact = guesses.find(at => at >= start && shown(at) === wanted);
  if (exact !== undefined) {
    return Math.min(exact, end);
  }
  // The clock skips this time: the change itself lies between the guesses.
  let [before, after] = guesses;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shown(middle) >= wanted) {
      after = middle;
    } else {
      before = middle;
    }
  }
  return Math.min(Math.max(after, start), end);
}
