import type {
  EpochMs,
  Outcome,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/** What runs and deployments have in common. */
export interface Execution {
  queuedAt?: EpochMs;
  startedAt?: EpochMs;
  finishedAt?: EpochMs;
  outcome?: Outcome;
}

/**
 * Where an execution stands for a window:
 *
 * - `decided`: it finished in the window, in success or failure;
 * - `undecided`: it ended, but its outcome or its finish is unknown;
 * - `open`: it began in the window and had not ended when the window did;
 * - `outside`: it finished outside the window, or was cancelled or skipped.
 */
export type ExecutionState = 'decided' | 'undecided' | 'open' | 'outside';

/**
 * Places an execution by its finish, and one without a finish by its start.
 *
 * @remarks
 *
 * An execution whose end got lost stays open only while its start lies in the
 * window, so that one lost event is not shown for ever.
 */
export function executionState(
  execution: Execution,
  window: TimeWindow,
): ExecutionState {
  const { finishedAt, outcome } = execution;
  if (outcome === 'cancelled' || outcome === 'skipped') {
    return 'outside';
  }
  if (finishedAt !== undefined && finishedAt < window.to) {
    if (finishedAt < window.from) {
      return 'outside';
    }
    return outcome === undefined ? 'undecided' : 'decided';
  }
  const begun = execution.startedAt ?? execution.queuedAt;
  if (begun === undefined || begun < window.from || begun >= window.to) {
    return 'outside';
  }
  return finishedAt === undefined && outcome !== undefined
    ? 'undecided'
    : 'open';
}
