import type { Outcome } from '@devops-scorecards/plugin-maturity-common';

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['success', 'success'],
  ['failed', 'failure'],
  ['canceled', 'cancelled'],
  ['skipped', 'skipped'],
]);

/**
 * How a pipeline, a job or a deployment ended, by its status; `undefined` for
 * one that has not ended.
 */
export function outcomeOf(status: string | undefined): Outcome | undefined {
  return OUTCOMES.get(status ?? '');
}
