import type { LocalizedText, Statistic } from '../metrics';

/** Levels of maturity. @public */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Where a threshold comes from. @public */
export interface Provenance {
  /** `sourced`: stated by the standard; `practitioner`: used in the field; `inferred`: ours. */
  kind: 'sourced' | 'practitioner' | 'inferred';
  source: string;
  note?: LocalizedText;
}

/** What a criterion becomes when nothing happened in the window. @public */
export type OnNone = 'not-applicable' | 'pass' | 'undecided';

interface CriterionBase {
  /** Unique within the model. */
  id: string;
  level: Level;
  title: LocalizedText;
  guidance?: LocalizedText;
  /** Typical effort to meet it: S hours, M days, L weeks. */
  effort?: 'S' | 'M' | 'L';
  /**
   * A sub-item that has such criteria counts as decided only when one of them
   * is: its level is not shown on the strength of the others alone.
   */
  mustHave?: boolean;
  /** False for vetoes and regulatory floors: nobody can waive it. */
  waivable?: boolean;
  provenance: Provenance;
}

/** A limit on one statistic of one metric. @public */
export interface MetricCondition {
  metric: string;
  statistic: Statistic;
  operator: '>=' | '>' | '<=' | '<';
  /** In the metric's unit: milliseconds, ratio 0 to 1, per day, count. */
  threshold: number;
}

/** Judged by one statistic of one metric. @public */
export interface MetricCriterion extends CriterionBase, MetricCondition {
  kind: 'metric';
  onNone: OnNone;
  /**
   * Another proof: the criterion is met when all of these hold, too. Unknown
   * is neither met nor failed (three-valued "or").
   */
  alternative?: MetricCondition[];
}

/** Judged by a fact of the catalog, for example "has an owner". @public */
export interface CatalogCriterion extends CriterionBase {
  kind: 'catalog';
  /** Path into the entity, for example `spec.owner` or `metadata.annotations["a/b"]`. */
  path: string;
  /** Absent: the path must hold a non-empty value. */
  oneOf?: string[];
}

/** Judged by a person, with evidence and a reviewer. @public */
export interface AttestationCriterion extends CriterionBase {
  kind: 'attestation';
  statement: LocalizedText;
  /** What the evidence should show, for whoever attests. */
  evidence?: LocalizedText;
  /**
   * Automatic evidence against it: while this holds on enough data the
   * criterion fails, whatever was attested, and the attestation is flagged.
   */
  contradictedBy?: MetricCondition;
}

/** Judged by the sub-item's own measured level at earlier times (level 5). @public */
export interface SustainedCriterion extends CriterionBase {
  kind: 'sustained';
  atLeast: Level;
  /** Local days before as-of at which the level is looked at; 0 is now. */
  daysAgo: number[];
}

/** @public */
export type Criterion =
  | MetricCriterion
  | CatalogCriterion
  | AttestationCriterion
  | SustainedCriterion;

/** A graded unit: the leaf of the tree. @public */
export interface SubItem {
  id: string;
  title: LocalizedText;
  description?: LocalizedText;
  provenance?: Provenance;
  criteria: Criterion[];
}

/** An inner node: domain, sub-domain or item. @public */
export interface ModelGroup {
  id: string;
  title: LocalizedText;
  description?: LocalizedText;
  children: ModelNode[];
}

/** @public */
export type ModelNode = ModelGroup | SubItem;

/** Which entities a model is applied to without being asked for. @public */
export interface ModelTarget {
  kinds: string[];
  types?: string[];
  tiers?: string[];
}

/** Which of the two scorecards a model belongs to. @public */
export type ScorecardKind = 'maturity' | 'stability';

/** One version of one model, parsed and valid. @public */
export interface Model {
  id: string;
  /** The level of its primary model is what the scorecard shows of an entity. */
  scorecard: ScorecardKind;
  /**
   * True for a model that is applied beside the primary one of its scorecard
   * and never is the primary one itself.
   */
  companion?: boolean;
  version: string;
  /** ISO date from which this version judges. */
  effectiveFrom: string;
  title: LocalizedText;
  description: LocalizedText;
  /** Whom the standard belongs to, licence and how the texts came about. */
  attribution: LocalizedText;
  /** Absent: applied by annotation only. */
  target?: ModelTarget;
  levels: { level: Level; title: LocalizedText }[];
  /** Highest level the model knows. */
  maxLevel: Level;
  children: ModelNode[];
}

/** @public */
export function isSubItem(node: ModelNode): node is SubItem {
  return 'criteria' in node;
}
