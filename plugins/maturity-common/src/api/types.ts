import type { EpochMs } from '../facts';
import type {
  LocalizedText,
  Measurement,
  MetricDefinition,
  TimeWindow,
} from '../metrics';
import type { Criterion, Level, ScorecardKind } from '../models';
import type { CriterionOutcome, NodeLevels } from '../assessment';
import type { Decision } from '../decisions';

/** What ingest did with one event. @public */
export interface EventResult {
  /** Position in the batch, from 0. */
  index: number;
  /** CloudEvents id, where one could be read. */
  id?: string;
  /**
   * - `stored`: new, its facts and connections are kept;
   * - `stored-no-fact`: new, kept, of a type that no metric reads yet;
   * - `duplicate`: the same bytes were stored before, nothing changed;
   * - `conflict`: same source and id with other bytes, quarantined;
   * - `refused`: not stored, `message` says what to change.
   */
  status: 'stored' | 'stored-no-fact' | 'duplicate' | 'conflict' | 'refused';
  /** Knowledge sequence of a stored event or of its first storage. */
  seq?: number;
  /** The entity it counts for; absent while no catalog entity answers to its names. */
  entityRef?: string;
  /** True when stored without an entity; it is mapped when the catalog learns the name. */
  unmapped?: boolean;
  /** HTTP status that this event alone would have been answered with. */
  code: number;
  message?: string;
}

/** Answer to a delivery of one or more events. @public */
export interface IngestResponse {
  stored: number;
  duplicates: number;
  conflicts: number;
  refused: number;
  results: EventResult[];
}

/** One criterion on the scorecard, flattened for pages. @public */
export interface CriterionCard {
  criterion: Criterion;
  result: CriterionOutcome;
  atRisk: boolean;
  /** Present on metric criteria. Its evidence is cut to the newest few. */
  measurement?: Measurement;
  /** Measurements of the other metrics that its alternative or contradiction reads. */
  others?: Measurement[];
  /** True when automatic evidence contradicts what was attested. */
  contradicted?: boolean;
  /** Newest attestation of the criterion: proposed, in force or expired. */
  attestation?: Decision;
}

/** A node of the scorecard tree. @public */
export interface ScorecardNode {
  id: string;
  title: LocalizedText;
  description?: LocalizedText;
  applicable: boolean;
  levels: NodeLevels;
  partlyNext: boolean;
  waived: number;
  children?: ScorecardNode[];
  criteria?: CriterionCard[];
}

/** A criterion that stands between the entity and its next level. @public */
export interface Gap {
  subItemId: string;
  subItemTitle: LocalizedText;
  card: CriterionCard;
}

/** Models that apply to an entity. @public */
export interface AppliedModel {
  id: string;
  version: string;
  title: LocalizedText;
  scorecard: ScorecardKind;
  /** Primary of its scorecard. */
  primary: boolean;
}

/**
 * A setting of an entity, in one of its annotations, that cannot be used as it
 * is written.
 *
 * @public
 */
export interface SettingProblem {
  annotation: string;
  /** What it says. */
  value: string;
  /** What is done instead and what to write. */
  message: LocalizedText;
}

/** The scorecard of one entity under one model. @public */
export interface Scorecard {
  entityRef: string;
  model: {
    id: string;
    version: string;
    scorecard: ScorecardKind;
    title: LocalizedText;
    description: LocalizedText;
    attribution: LocalizedText;
    levels: { level: Level; title: LocalizedText }[];
    maxLevel: Level;
  };
  applied: AppliedModel[];
  asOf: EpochMs;
  knownAt: number;
  window: TimeWindow;
  timeZone: string;
  root: ScorecardNode;
  standing: 'held' | 'new';
  atRisk: boolean;
  /** 0 to 100, for progress only. */
  index: number;
  nextLevel?: Level;
  /** What to do for the next level: what fails, then what is undecided, the cheapest first. */
  gaps: Gap[];
  generated: boolean;
  /** Settings of the entity that do not count; absent where all do. */
  problems?: SettingProblem[];
}

/** Why a verdict changed. @public */
export interface ChangeCause {
  kind:
    | 'first'
    | 'event'
    | 'time'
    | 'model'
    | 'catalog'
    | 'decision'
    | 'expiry'
    | 'calendar'
    | 'portfolio'
    | 'restated';
  /** The event, where one caused it. */
  event?: {
    seq: number;
    source: string;
    id: string;
    type: string;
    occurredAt: EpochMs;
  };
}

/** One measured input before and after a change. @public */
export interface ChangedInput {
  criterionId: string;
  subItemId: string;
  title: LocalizedText;
  from?: CriterionOutcome;
  to: CriterionOutcome;
  before?: Pick<Measurement, 'value' | 'n' | 'numerator' | 'status' | 'unit'>;
  after?: Pick<Measurement, 'value' | 'n' | 'numerator' | 'status' | 'unit'>;
}

/** A change of verdict of the whole entity, as it was stored. @public */
export interface VerdictChange {
  seq: number;
  asOf: EpochMs;
  /** Knowledge sequence with which the verdict can be recomputed. */
  knownAt?: number;
  model: string;
  version: string;
  cause: ChangeCause;
  from?: NodeLevels;
  to: NodeLevels;
  inputs: ChangedInput[];
}

/** Why the level is what it is, in one sentence per language. @public */
export interface Explanation {
  change?: VerdictChange;
  sentence: LocalizedText;
}

/** A point of a level trend. @public */
export interface LevelPoint {
  at: EpochMs;
  levels: NodeLevels;
}

/** @public */
export interface LevelSeries {
  /** `then`: what was known at each time; `now`: what is known today. */
  knowledge: 'then' | 'now';
  points: LevelPoint[];
}

/** @public */
export interface MetricSeries {
  metric: string;
  bucket: 'day' | 'week';
  points: Measurement[];
}

/** The level of one entity, for lists and the catalog. @public */
export interface EntityLevel {
  entityRef: string;
  scorecard: ScorecardKind;
  /** Absent when nothing is decided: shown as "not assessed". */
  level?: Level;
  model: string;
  version: string;
  levels?: NodeLevels;
}

/** @public */
export interface ModelSummary {
  id: string;
  scorecard: ScorecardKind;
  version: string;
  title: LocalizedText;
  description: LocalizedText;
  maxLevel: Level;
  subItems: number;
  criteria: number;
}

/** What is to be said of a model pack. @public */
export interface ModelCheck {
  /** What it would be; absent where something is wrong. */
  model?: ModelSummary;
  /** Each with file, line, path and what to do; empty where it is valid. */
  problems: string[];
}

/** @public */
export type MetricCatalogue = MetricDefinition[];
