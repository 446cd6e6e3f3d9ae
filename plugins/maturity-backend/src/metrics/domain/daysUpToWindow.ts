import type { TimeWindow } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { lastDays } from './lastDays';
import { observedWindow } from './observedWindow';

/** Thirteen weeks: how far metrics look that ask what an entity is able to do. */
export const QUARTER_DAYS = 91;

/** Four weeks: how recent the proof of it has to be. */
export const RECENT_DAYS = 28;

/** The local days of a metric that does not look at the window asked for. */
export interface OwnDays {
  /** In order, each whole; the last is the day in which the window ends. */
  days: TimeWindow[];
  /** From the first of these days to the end of the window. */
  window: TimeWindow;
}

/** The local days up to the end of the window, however long that is. */
export function daysUpToWindow(input: MetricInput, count: number): OwnDays {
  const { to } = observedWindow(input);
  const days = lastDays({ to, days: count, timeZone: input.timeZone });
  return { days, window: { from: days[0].from, to } };
}

/** The items of each day. */
export function byDay<T extends { at: number }>(
  days: readonly TimeWindow[],
  items: readonly T[],
): T[][] {
  const result: T[][] = days.map(() => []);
  let day = 0;
  for (const item of [...items].sort((a, b) => a.at - b.at)) {
    while (day < days.length && item.at >= days[day].to) {
      day += 1;
    }
    if (day < days.length && item.at >= days[day].from) {
      result[day].push(item);
    }
  }
  return result;
}
