import {
  AROUND_THE_CLOCK,
  dayBuckets,
  sessionSpans,
  type Calendar,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

const HOUR = 60 * 60_000;
const SHIFT = 8 * HOUR;
const DAY = 3 * SHIFT;

/** Three shifts of a day, each a calendar of its own so that none are joined. */
const SHIFTS: readonly Calendar[] = [
  { from: '00:00', to: '08:00' },
  { from: '08:00', to: '16:00' },
  { from: '16:00', to: '24:00' },
].map(hours => ({ ...AROUND_THE_CLOCK, hours: [hours] }));

/**
 * The shifts of eight hours of a window, in order; the first and the last are cut
 * to it. At a clock change one is an hour shorter or longer.
 *
 * @param timeZone - IANA zone whose clock begins a shift at 0, 8 and 16 o'clock
 */
export function shiftsOf(window: TimeWindow, timeZone: string): TimeWindow[] {
  return dayBuckets(window, timeZone).flatMap(day =>
    // A whole day without a clock change, as nearly all are.
    day.to - day.from === DAY
      ? [0, 1, 2].map(shift => ({
          from: day.from + shift * SHIFT,
          to: day.from + (shift + 1) * SHIFT,
        }))
      : SHIFTS.flatMap(shift => sessionSpans(shift, day, timeZone)),
  );
}
