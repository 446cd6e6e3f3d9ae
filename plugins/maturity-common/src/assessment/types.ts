import type { EpochMs } from '../facts';
import type { Measurement } from '../metrics';
import type { Criterion, Level } from '../models';

/**
 * Why a criterion is neither passed nor failed.
 *
 * @remarks
 * `history-missing` belongs to level 5: the level at one of the times that
 * are looked at, today included, is not known.
 *
 * @public
 */
export type UndecidedReason =
  | 'no-source'
  | 'insufficient'
  | 'stale'
  | 'error'
  | 'attestation-missing'
  | 'nothing-happened'
  | 'history-missing';

/** What became of one criterion. @public */
export type CriterionOutcome =
  | { outcome: 'pass' }
  | { outcome: 'fail' }
  | { outcome: 'undecided'; reason: UndecidedReason }
  | { outcome: 'not-applicable' }
  | { outcome: 'waived' };

/** What an approved decision of a person makes of one criterion. @public */
export type CriterionDecision = 'waived' | 'not-applicable' | 'attested';

/** What the evaluator judges a criterion by. @public */
export interface AssessmentInput {
  /** By metric id. A metric that is missing here counts as status `error`. */
  measurements: Readonly<Record<string, Measurement | undefined>>;
  /** The entity as the catalog had it, by path lookup; absent when unknown. */
  entity?: Readonly<Record<string, unknown>>;
  /** Decisions in force, by criterion id. */
  decisions: Readonly<Record<string, CriterionDecision | undefined>>;
  /**
   * Measured level of each sub-item at earlier times, by sub-item id and days
   * ago, from the criteria below level 5. `undefined` where it was not
   * connected then. Never asked for 0 days ago.
   */
  earlier: (subItemId: string, daysAgo: number) => Level | undefined;
}

/** Level numbers of one node. @public */
export interface NodeLevels {
  /** What is proven. */
  award: Level;
  /** What it is if every unknown turns out well. */
  potential: Level;
  /**
   * What the decided criteria show; absent when nothing is decided, or no
   * must-have criterion where there are some.
   */
  measured?: Level;
  /** Criteria on a sub-item; above, sub-items that have a measured level. */
  decided: number;
  total: number;
}

/** @public */
export interface CriterionVerdict {
  criterion: Criterion;
  result: CriterionOutcome;
  /** True when a pass is close to its limit, see {@link isAtRisk}. */
  atRisk: boolean;
  /** True when automatic evidence contradicts what was attested. */
  contradicted?: boolean;
}

/** Verdict on a node of the model tree. @public */
export interface NodeVerdict {
  id: string;
  /** False when every criterion below was removed. */
  applicable: boolean;
  levels: NodeLevels;
  /**
   * "N-", for sub-items only: the awarded level is N-1, and at least one but
   * not every criterion of N is met.
   */
  partlyNext: boolean;
  /** Criteria that a waiver removes, here and below. */
  waived: number;
  /** Present on sub-items. */
  criteria?: CriterionVerdict[];
  /** Present on groups and the root. */
  children?: NodeVerdict[];
}

/** Whether a level also held 90 days ago. @public */
export type Standing = 'held' | 'new';

/** Verdict on one entity under one model version. @public */
export interface Verdict {
  model: string;
  version: string;
  asOf: EpochMs;
  knownAt: number;
  root: NodeVerdict;
  /** Measured level now and 90 days ago are both at least the measured level. */
  standing: Standing;
  /** Any criterion at or below the measured level is at risk. */
  atRisk: boolean;
  /** 0 to 100, for progress charts only. */
  index: number;
}
