import type { CalendarStatus } from '../calendars';
import type {
  AttestationContent,
  CorrectionContent,
  Decision,
  DecisionKind,
  DecisionState,
  EvidenceItem,
  EvidenceMediaType,
} from '../decisions';
import type { EpochMs, FactKind } from '../facts';
import type { Measurement, TimeWindow } from '../metrics';
import type { ScorecardKind } from '../models';
import type { EventRecord, FactRecord, IncidentRecord } from './factRecords';
import type {
  EntityLevel,
  Explanation,
  LevelSeries,
  MetricCatalogue,
  MetricSeries,
  ModelSummary,
  Scorecard,
  VerdictChange,
} from './types';

/** Options that every read of one entity takes. @public */
export interface EntityReadOptions {
  entityRef: string;
  signal?: AbortSignal;
}

/**
 * The reads of the product, as pages, the CLI and other backends use them.
 *
 * @public
 */
export interface MaturityApi {
  getScorecard(
    options: ModelChoice & {
      asOf?: EpochMs;
      knownAt?: number;
    },
  ): Promise<Scorecard>;
  /** Assesses the entity now and answers with the new scorecard. */
  refresh(options: ModelChoice): Promise<Scorecard>;
  getMeasurements(
    options: EntityReadOptions & {
      metrics?: string[];
      window?: TimeWindow;
      evidence?: number;
    },
  ): Promise<Measurement[]>;
  getMetricSeries(
    options: EntityReadOptions & {
      metric: string;
      bucket: 'day' | 'week';
      window?: TimeWindow;
    },
  ): Promise<MetricSeries>;
  getLevelSeries(
    options: ModelChoice & {
      knowledge: 'then' | 'now';
      window?: TimeWindow;
    },
  ): Promise<LevelSeries>;
  getHistory(
    options: ModelChoice & { limit?: number },
  ): Promise<VerdictChange[]>;
  explain(options: ModelChoice & { change?: number }): Promise<Explanation>;
  getFacts(
    options: EntityReadOptions & {
      kind: FactKind;
      /** Only the facts with these keys. */
      keys?: string[];
      window?: TimeWindow;
      limit?: number;
    },
  ): Promise<FactRecord[]>;
  /**
   * Faults that started in the window or are still open, the newest first,
   * those made of alerts included.
   */
  getIncidents(
    options: EntityReadOptions & {
      window?: TimeWindow;
      asOf?: EpochMs;
      limit?: number;
    },
  ): Promise<IncidentRecord[]>;
  /** One event behind a fact of the entity. */
  getEvent(options: EntityReadOptions & { seq: number }): Promise<EventRecord>;
  getLevels(options: { entityRefs: string[] }): Promise<EntityLevel[]>;
  getModels(): Promise<ModelSummary[]>;
  getMetrics(): Promise<MetricCatalogue>;
  getCalendars(): Promise<CalendarStatus[]>;

  /** Says that a criterion is met; counts once another person approves. */
  attest(
    options: EntityReadOptions &
      Omit<AttestationContent, 'kind'> &
      ProposalOptions & {
        /** Default: 12 months from now. */
        validTo?: EpochMs;
        /** The attestation that this one renews. */
        renews?: string;
      },
  ): Promise<Decision>;
  /**
   * Corrects a fact. Counts at once, unless a level would rise: then once
   * another person approves.
   */
  correct(
    options: EntityReadOptions &
      Omit<CorrectionContent, 'kind'> &
      ProposalOptions,
  ): Promise<Decision>;
  /** Decisions on entities that the caller may see, the newest first. */
  listDecisions(options: {
    entityRef?: string;
    kind?: DecisionKind;
    state?: DecisionState;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<Decision[]>;
  getDecision(options: { id: string; signal?: AbortSignal }): Promise<Decision>;
  /** Takes the next step; which ones are possible depends on who asks. */
  decide(options: {
    id: string;
    step: 'approve' | 'reject' | 'withdraw';
    /** Required to reject and to withdraw. */
    reason?: string;
  }): Promise<Decision>;
  /** Uploads a document; name it in a decision by its hash. */
  uploadEvidence(options: {
    title: string;
    mediaType: EvidenceMediaType;
    content: Blob;
  }): Promise<EvidenceItem>;
  /** A document of a decision. */
  downloadEvidence(options: { id: string; sha256: string }): Promise<Blob>;
}

/** Which scorecard of an entity. @public */
export interface ModelChoice extends EntityReadOptions {
  /** Default: the primary model of the scorecard. */
  model?: string;
  /** Default: `maturity`. */
  scorecard?: ScorecardKind;
}

/** What a person says to every proposal. @public */
export interface ProposalOptions {
  reason: string;
  evidence?: EvidenceItem[];
}
