import { InputError } from '@backstage/errors';
import { IANAZone } from 'luxon';
import type { EpochMs } from '../facts';

/*
 * Local days as numbers: days since 1970-01-01 on the calendar of a zone.
 */

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/*
 * Asking a zone for its offset formats a date, which is by far the slowest step
 * of measuring, and the same few hundred days are asked for again and again.
 */
const knownStarts = new WeakMap<IANAZone, Map<number, EpochMs>>();
const MOST_KNOWN_STARTS = 10_000;

/**
 * @throws `InputError` for an unknown time zone
 */
export function zoneOf(timeZone: string): IANAZone {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) {
    throw new InputError(
      `Unknown time zone '${timeZone}', use an IANA name such as 'Asia/Shanghai'`,
    );
  }
  return zone;
}

function localDate(at: EpochMs, zone: IANAZone): number {
  return Math.floor((at + zone.offset(at) * MINUTE_MS) / DAY_MS);
}

/**
 * The first instant of a local day, given in days since 1970-01-01.
 *
 * Midnight may come twice (Havana) or not at all (Cairo), and a whole date may
 * be missing (Apia, 30 December 2011). The first instant that shows this date
 * or a later one is right in each of these cases; a date library's start of
 * day depends on which side of the change one asks from.
 */
export function startOfDay(day: number, zone: IANAZone): EpochMs {
  let known = knownStarts.get(zone);
  if (!known) {
    known = new Map();
    knownStarts.set(zone, known);
  }
  let start = known.get(day);
  if (start === undefined) {
    start = computeStartOfDay(day, zone);
    if (known.size >= MOST_KNOWN_STARTS) {
      known.clear();
    }
    known.set(day, start);
  }
  return start;
}

function computeStartOfDay(day: number, zone: IANAZone): EpochMs {
  const utcMidnight = day * DAY_MS;
  const before = utcMidnight - zone.offset(utcMidnight - DAY_MS) * MINUTE_MS;
  const after = utcMidnight - zone.offset(utcMidnight + DAY_MS) * MINUTE_MS;
  const [first, second] = before <= after ? [before, after] : [after, before];
  return localDate(first, zone) >= day ? first : second;
}

/**
 * The local day that an instant belongs to. It differs from the date on the
 * clock only where a clock is put back from just after midnight: then the day
 * has begun and stays.
 */
export function dayOf(at: EpochMs, zone: IANAZone): number {
  let day = localDate(at, zone);
  while (startOfDay(day + 1, zone) <= at) {
    day += 1;
  }
  return day;
}
