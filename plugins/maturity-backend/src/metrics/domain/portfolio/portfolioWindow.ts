import {
  daysBefore,
  nextMidnight,
  type EpochMs,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * The whole local days of a window that are over: what another service does
 * today counts for this one from tomorrow on.
 *
 * @remarks
 *
 * An event touches only its own entity, so that nobody has to look at the
 * others when it comes; all of them look at midnight anyway.
 *
 * @returns empty, with `from` = `to`, where no day of it is over
 */
export function portfolioWindow(options: {
  window: TimeWindow;
  asOf: EpochMs;
  timeZone: string;
}): TimeWindow {
  const { window, asOf, timeZone } = options;
  const today = nextMidnight(daysBefore(asOf, 1, timeZone), timeZone);
  return {
    from: window.from,
    to: Math.max(window.from, Math.min(window.to, today)),
  };
}
