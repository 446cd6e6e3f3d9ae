import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { daysBefore } from '@devops-scorecards/plugin-maturity-common';
import { observedWindow } from './observedWindow';
import { trunkUpdates, type TrunkUpdate } from './trunkUpdates';

/**
 * A merge and the push that it makes are seconds apart. Where midnight lies
 * between them, the later one is known again by the earlier one.
 */
export const INTEGRATION_LOOK_BACK_DAYS = 1;

/** The trunk updates of people in the window: what an integration is. */
export function integrations(input: MetricInput): TrunkUpdate[] {
  const { from, to } = observedWindow(input);
  return trunkUpdates(input.facts, {
    from: daysBefore(from, INTEGRATION_LOOK_BACK_DAYS, input.timeZone),
    to,
  }).filter(({ at, bot }) => at >= from && !bot);
}
