import type { EpochMs } from './time';

/**
 * A requirement, a defect, a task, an action that an incident's review asked
 * for, or an improvement that a metric gave rise to.
 *
 * @public
 */
export interface WorkItemFields {
  form?: 'requirement' | 'defect' | 'task' | 'action' | 'improvement';
  title?: string;
  createdAt?: EpochMs;
  /** When work on it was promised: the requirement lead time begins. */
  acceptedAt?: EpochMs;
  startedAt?: EpochMs;
  dueAt?: EpochMs;
  /** When it was done, as its tracker says it. */
  doneAt?: EpochMs;
  /** When users had it: the requirement lead time ends. */
  releasedAt?: EpochMs;
  /** True when it was dropped and will never be done. */
  dropped?: boolean;
  /** Key of the incident whose review asked for it. */
  incident?: string;
  url?: string;
}

/**
 * A reading of something that a tool or a person counts: coverage, test results,
 * inspections, drills.
 *
 * @remarks
 * The names that the built-in metrics read are {@link MEASURE_NAMES}. Others are
 * kept for metrics of your own.
 *
 * @public
 */
export interface MeasureFields {
  name?: string;
  /** Covered, passed: never more than `total`. */
  part?: number;
  /** Coverable, executed. */
  total?: number;
  /** A reading that is not a share. */
  value?: number;
  measuredAt?: EpochMs;
  branch?: string;
  /**
   * Whether the branch is the trunk. Unknown is not trunk. Of readings that are
   * not of code nobody asks.
   */
  trunk?: boolean;
  commit?: string;
  url?: string;
}
