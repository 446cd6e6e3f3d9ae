import type { EpochMs } from '../facts';

/** Long work that an operator started. @public */
export interface MaintenanceRun {
  id: number;
  /** What is done: `replay` folds all facts again from the log. */
  kind: 'replay';
  state: 'running' | 'done' | 'failed';
  /** How far it is, of how much; both 0 before anything is known. */
  done: number;
  total: number;
  startedAt: EpochMs;
  finishedAt?: EpochMs;
  /** Why it failed, and what to do. */
  problem?: string;
}

/** What became of the traces of a person. @public */
export interface ErasedAuthor {
  /** Changes that are nobody's now. */
  changes: number;
  /** Events that were rewritten. */
  events: number;
}
