import type { Outcome } from '@devops-scorecards/plugin-maturity-common';

/** What a conclusion of a workflow run or of a check suite means. */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  success: 'success',
  failure: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  cancelled: 'cancelled',
  neutral: 'skipped',
  skipped: 'skipped',
  stale: 'skipped',
  action_required: 'skipped',
};
