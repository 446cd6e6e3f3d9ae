import { DateTime, type IANAZone } from 'luxon';
import type { EpochMs } from '../facts';
import { DAY_MS, dayOf, startOfDay, zoneOf } from './localDays';
import type { TimeWindow } from './types';

/** Local days that a scorecard looks back, today so far included. @public */
export const SCORECARD_DAYS = 90;

/**
 * The window of a scorecard: the last 90 local days, today so far included.
 *
 * @remarks
 *
 * Its start moves only at a local midnight and its end is as-of, so a
 * measurement changes with events, midnights and open intervals, and with
 * nothing else.
 *
 * @param asOf - the instant the scorecard is about, epoch milliseconds
 * @param timeZone - IANA name of the zone in which days are cut
 * @returns `[local midnight of asOf's day - 89 local days, asOf)`
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function scorecardWindow(asOf: EpochMs, timeZone: string): TimeWindow {
  const zone = zoneOf(timeZone);
  const today = dayOf(asOf, zone);
  return { from: startOfDay(today - (SCORECARD_DAYS - 1), zone), to: asOf };
}

/**
 * The same local time of day a number of local days earlier.
 *
 * @remarks
 *
 * A local time that a clock change skips becomes the time as far behind the
 * change as it would have been.
 *
 * @param asOf - epoch milliseconds
 * @param days - whole local days; negative ones lie ahead
 * @param timeZone - IANA name of the zone in which days are cut
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function daysBefore(
  asOf: EpochMs,
  days: number,
  timeZone: string,
): EpochMs {
  // Every metric of a measurement asks for the same few, and zones are slow.
  return remembered(`${asOf} ${days} ${timeZone}`, () =>
    DateTime.fromMillis(asOf, { zone: zoneOf(timeZone) })
      .minus({ days })
      .toMillis(),
  );
}

/** Instants that were found lately; always the same for the same question. */
const found = new Map<string, EpochMs>();

/** How many are kept; then all are forgotten. */
const MOST_FOUND = 1_000;

function remembered(question: string, find: () => EpochMs): EpochMs {
  const known = found.get(question);
  if (known !== undefined) {
    return known;
  }
  const answer = find();
  if (found.size >= MOST_FOUND) {
    found.clear();
  }
  found.set(question, answer);
  return answer;
}

/**
 * The first instant of the next local day, always later than `asOf`.
 *
 * @param asOf - epoch milliseconds
 * @param timeZone - IANA name of the zone in which days are cut
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function nextMidnight(asOf: EpochMs, timeZone: string): EpochMs {
  const zone = zoneOf(timeZone);
  return startOfDay(dayOf(asOf, zone) + 1, zone);
}

/**
 * The local days of a window, in order; the first and the last are cut to it.
 *
 * @remarks
 *
 * A day is as long as the zone makes it: 23 or 25 hours at a clock change.
 *
 * @param window - half-open
 * @param timeZone - IANA name of the zone in which days are cut
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function dayBuckets(window: TimeWindow, timeZone: string): TimeWindow[] {
  return buckets(window, zoneOf(timeZone), day => day, 1);
}

/**
 * The ISO weeks (from Monday) of a window, in order; the first and the last
 * are cut to it.
 *
 * @param window - half-open
 * @param timeZone - IANA name of the zone in which weeks are cut
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function weekBuckets(
  window: TimeWindow,
  timeZone: string,
): TimeWindow[] {
  return buckets(window, zoneOf(timeZone), mondayOf, 7);
}

/**
 * How many local days a window touches. A day that is touched counts in full,
 * so that a rate changes at midnight and not all day long.
 *
 * @param window - half-open
 * @param timeZone - IANA name of the zone in which days are cut
 * @returns 90 for a scorecard's window; at the very instant of midnight 89,
 * because nothing of the new day has passed
 * @throws `InputError` for an unknown time zone
 * @public
 */
export function countDays(window: TimeWindow, timeZone: string): number {
  const zone = zoneOf(timeZone);
  if (window.from >= window.to) {
    return 0;
  }
  // The length in days without cutting them: clock changes are hours and round
  // away, a date that the zone skips is 24 hours less.
  const first = startOfDay(dayOf(window.from, zone), zone);
  const end = startOfDay(dayOf(window.to - 1, zone) + 1, zone);
  return Math.round((end - first) / DAY_MS);
}

/** Day 0 was a Thursday. */
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function buckets(
  window: TimeWindow,
  zone: IANAZone,
  firstDayOf: (day: number) => number,
  days: number,
): TimeWindow[] {
  const result: TimeWindow[] = [];
  if (window.from >= window.to) {
    return result;
  }
  let next = firstDayOf(dayOf(window.from, zone)) + days;
  let from = window.from;
  while (from < window.to) {
    const to = Math.min(startOfDay(next, zone), window.to);
    // A date that the zone skips has no length and makes no bucket.
    if (to > from) {
      result.push({ from, to });
    }
    from = to;
    next += days;
  }
  return result;
}
