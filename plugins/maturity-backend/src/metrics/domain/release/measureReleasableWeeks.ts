import {
  isWorkingDay,
  type EpochMs,
  type Measurement,
  type MetricDefinition,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from '../countMeasurement';
import { byDay, daysUpToWindow, QUARTER_DAYS } from '../daysUpToWindow';
import { measureWithin } from '../measureWithin';
import { completeRuns, type CompleteRun } from './completeRuns';

const DAYS_OF_WEEK = 7;
const WEEKS = 4;

/**
 * How many of the last four times seven local days have a day that proves
 * something by its complete runs of the production pipeline.
 *
 * @remarks
 *
 * Seven days without a working day, as around a long holiday, are passed over
 * and an earlier week is looked at, as far as thirteen weeks back: nobody had to
 * be able to release then. So are seven days whose only working day is not over
 * yet, until something proves them.
 *
 * @param options - `proofOf`: the run that proves it, of the runs of one day in
 * their order; undefined where they do not. The first proof of a week stands
 * for the week
 */
export function measureReleasableWeeks(options: {
  definition: MetricDefinition;
  input: MetricInput;
  proofOf: (runs: readonly CompleteRun[]) => CompleteRun | undefined;
}): Measurement {
  const { definition, input, proofOf } = options;
  const quarter = daysUpToWindow(input, QUARTER_DAYS);
  const runs = completeRuns(input, quarter.window);
  const weeks = weeksOf(quarter.days)
    .map(days => ({
      days,
      proof: byDay(days, runs).map(proofOf).find(Boolean),
    }))
    .filter(
      ({ days, proof }) =>
        proof || hadWorkingDay(days, { ...input, to: quarter.window.to }),
    )
    .slice(-WEEKS);
  const items = weeks.flatMap(({ proof }) => proof ?? []);
  const window = {
    from: weeks[0]?.days[0].from ?? quarter.window.from,
    to: quarter.window.to,
  };
  return measureWithin(window, input, own =>
    countMeasurement({
      definition,
      input: own,
      items,
      surroundings: { open: [] },
    }),
  );
}

function weeksOf(days: readonly TimeWindow[]): TimeWindow[][] {
  return Array.from({ length: days.length / DAYS_OF_WEEK }, (_, week) =>
    days.slice(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK),
  );
}

/** Whether one of the days that were over at an instant is a working day. */
function hadWorkingDay(
  days: readonly TimeWindow[],
  options: Pick<MetricInput, 'calendars' | 'timeZone'> & { to: EpochMs },
): boolean {
  const { calendars, timeZone, to } = options;
  return days.some(
    day => day.to <= to && isWorkingDay(calendars.work, day.from, timeZone),
  );
}
