import type { Outcome } from '@devops-scorecards/plugin-maturity-common';

/**
 * CDEvents says `success`, `failure`, `cancel` and `error`; the other words
 * are what producers are found to send instead.
 */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  success: 'success',
  succeeded: 'success',
  pass: 'success',
  passed: 'success',
  failure: 'failure',
  failed: 'failure',
  fail: 'failure',
  error: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  cancel: 'cancelled',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  aborted: 'cancelled',
  skipped: 'skipped',
  neutral: 'skipped',
  stale: 'skipped',
  action_required: 'skipped',
};

/** Normalises the word for an outcome; an unknown word is `undefined`. */
export function readOutcome(word: string): Outcome | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(OUTCOMES, key) ? OUTCOMES[key] : undefined;
}
