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
  ImportFormat,
  ImportRefusals,
  ImportState,
  ImportStatus,
} from './imports';
import type { ErasedAuthor, MaintenanceRun } from './maintenance';
import type { OperationsApi } from './OperationsApi';
import type {
  EntityLevel,
  Explanation,
  LevelSeries,
  MetricCatalogue,
  MetricSeries,
  ModelCheck,
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
export interface MaturityApi extends OperationsApi {
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
  /**
   * Says what is wrong with a model pack; keeps nothing.
   *
   * @param options - `yaml`: the pack; `file`: what problems call it
   */
  checkModel(options: { yaml: string; file?: string }): Promise<ModelCheck>;
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

  /** Begins to bring in a file of history. */
  createImport(options: {
    name: string;
    /** A configured source; services send as their own and may leave it out. */
    source?: string;
    format: ImportFormat;
    /** Bytes of the whole file; then its last line needs no line end. */
    totalBytes?: number;
    /** SHA-256 of the whole file, lower-case hex: finds the import again. */
    sha256?: string;
  }): Promise<ImportStatus>;
  /**
   * Sends a piece of the file. Whole lines are taken; the next piece begins at
   * the `offset` of the answer.
   */
  sendImportContent(options: {
    id: string;
    /** Where the piece begins in the file; must be that of the import. */
    offset: number;
    content: Blob;
    /** Says that the file ends with this piece. */
    last?: boolean;
    signal?: AbortSignal;
  }): Promise<ImportStatus>;
  /** The imports that the caller may see, the newest first. */
  getImports(options?: {
    state?: ImportState;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<ImportStatus[]>;
  getImport(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<ImportStatus>;
  /** Refused lines, in the order of the file. */
  getImportRefusals(options: {
    id: string;
    /** Only lines after this one. */
    after?: number;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<ImportRefusals>;
  /** Ends an import. Aborting keeps what was stored. */
  finishImport(options: {
    id: string;
    step: 'complete' | 'abort';
  }): Promise<ImportStatus>;

  /** Folds all facts again from the log, in the background. */
  replayFacts(): Promise<MaintenanceRun>;
  /** The last runs of long work, the newest first. */
  getMaintenanceRuns(options?: {
    signal?: AbortSignal;
  }): Promise<MaintenanceRun[]>;
  /** Unlinks a person, by the name that producers know them by. */
  eraseAuthor(options: { name: string }): Promise<ErasedAuthor>;
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
