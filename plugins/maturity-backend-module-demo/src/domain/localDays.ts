import { DateTime } from 'luxon';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** One local day and the way to points of time on it. */
export interface LocalDay {
  /** Local days before the anchor: 1 is the day that ends at the anchor. */
  before: number;
  /** Monday is 1, Sunday 7. */
  weekday: number;
  /** The point of time so many minutes of wall clock after local midnight. */
  at(minutes: number): EpochMs;
}

/**
 * The working days (Monday to Friday) between two distances from the anchor,
 * oldest first.
 *
 * @param options - the anchor is a local midnight; `firstDay` and `lastDay`
 *   are local days before it, both included
 */
export function workingDays(options: {
  anchor: EpochMs;
  timeZone: string;
  firstDay: number;
  lastDay: number;
}): LocalDay[] {
  const anchor = DateTime.fromMillis(options.anchor, {
    zone: options.timeZone,
  });
  const days: LocalDay[] = [];
  for (let before = options.firstDay; before >= options.lastDay; before--) {
    const midnight = anchor.minus({ days: before });
    if (midnight.weekday <= 5) {
      days.push({
        before,
        weekday: midnight.weekday,
        at: minutes => wallClock(midnight, minutes),
      });
    }
  }
  return days;
}

/** By wall clock, so that office hours stay office hours when clocks change. */
function wallClock(midnight: DateTime, minutes: number): EpochMs {
  const whole = Math.floor(minutes);
  return midnight
    .set({
      hour: Math.floor(whole / 60),
      minute: whole % 60,
      second: Math.floor((minutes - whole) * 60),
      millisecond: 0,
    })
    .toMillis();
}
