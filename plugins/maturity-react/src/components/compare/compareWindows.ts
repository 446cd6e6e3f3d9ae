import type {
  EpochMs,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import {
  daysBefore,
  SCORECARD_DAYS,
} from '@devops-scorecards/plugin-maturity-common';
import { afterDayInput, fromTimeInput, toDayInput } from '../../format';
import type { Texts } from '../../language';

/** Two windows of the same metrics. @public */
export interface ComparedWindows {
  before: TimeWindow;
  after: TimeWindow;
}

/** The two windows as the days of four inputs, both ends included. */
export type WindowDays = Record<
  keyof ComparedWindows,
  { from: string; to: string }
>;

/**
 * The 90 days of a scorecard and the 90 days before them.
 *
 * @public
 */
export function defaultWindows(
  window: TimeWindow,
  timeZone: string,
): ComparedWindows {
  return {
    before: {
      from: daysBefore(window.from, SCORECARD_DAYS, timeZone),
      to: window.from,
    },
    after: window,
  };
}

/** The first and the last day of each window. */
export function toWindowDays(
  windows: ComparedWindows,
  timeZone: string,
): WindowDays {
  const days = ({ from, to }: TimeWindow) => ({
    from: toDayInput(from, timeZone),
    to: toDayInput(to - 1, timeZone),
  });
  return { before: days(windows.before), after: days(windows.after) };
}

/** The windows that days name, or what is wrong with them. */
export function readWindowDays(
  days: WindowDays,
  options: { texts: Texts; timeZone: string; now: EpochMs },
): { windows?: ComparedWindows; problems: string[] } {
  const { texts, timeZone, now } = options;
  const problems: string[] = [];
  const read = (name: keyof ComparedWindows): TimeWindow | undefined => {
    const from = fromTimeInput(days[name].from, timeZone);
    const to = afterDayInput(days[name].to, timeZone);
    const problem = problemOfDays({ from, to, now });
    if (problem || from === undefined || to === undefined) {
      problems.push(
        `${texts.t(`compare.${name}`)}: ${texts.t(
          problem ?? 'compare.emptyDate',
        )}`,
      );
      return undefined;
    }
    return { from, to: Math.min(to, now) };
  };
  const before = read('before');
  const after = read('after');
  return {
    problems,
    windows: before && after ? { before, after } : undefined,
  };
}

function problemOfDays(options: {
  from?: EpochMs;
  to?: EpochMs;
  now: EpochMs;
}) {
  const { from, to, now } = options;
  if (from === undefined || to === undefined) {
    return 'compare.emptyDate' as const;
  }
  if (to <= from) {
    return 'compare.badOrder' as const;
  }
  return from >= now ? ('compare.future' as const) : undefined;
}

/** Whether events may count in both. */
export function overlap({ before, after }: ComparedWindows): boolean {
  return before.from < after.to && after.from < before.to;
}
