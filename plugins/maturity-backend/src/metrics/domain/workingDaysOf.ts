import { countWorkingDays } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from './observedWindow';

/**
 * The working days that a window touches, as far as as-of has seen it. A day
 * that is touched counts in full, so that a rate changes at midnight and not
 * all day long.
 */
export function workingDaysOf(
  input: Pick<MetricInput, 'window' | 'asOf' | 'calendars' | 'timeZone'>,
): number {
  return countWorkingDays(
    input.calendars.work,
    observedWindow(input),
    input.timeZone,
  );
}
