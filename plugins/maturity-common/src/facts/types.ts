/**
 * The kinds of fact that metrics are computed from.
 *
 * @remarks
 * ADR 0002 lists the kinds that follow: work item, incident, alert, measure.
 *
 * @public
 */
export type FactKind = 'run' | 'deployment' | 'change';

/** Every {@link FactKind}, in the order in which pages list them. @public */
export const FACT_KINDS: readonly FactKind[] = ['run', 'deployment', 'change'];

/** Epoch milliseconds, UTC. @public */
export type EpochMs = number;

/** How an execution ended. `cancelled` and `skipped` count neither for nor against. @public */
export type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped';

/** A pipeline run of continuous integration: one attempt of one run. @public */
export interface RunFields {
  /** Name that is stable between runs; the unit of red-build streaks. */
  pipeline?: string;
  branch?: string;
  /** Whether the branch is the trunk (default branch). Unknown is not trunk. */
  trunk?: boolean;
  /** Full commit hash the run was made for. */
  commit?: string;
  /** When that commit was made. */
  commitAt?: EpochMs;
  /** 1 for the first attempt. */
  attempt?: number;
  queuedAt?: EpochMs;
  startedAt?: EpochMs;
  finishedAt?: EpochMs;
  outcome?: Outcome;
  trigger?: 'push' | 'change' | 'schedule' | 'manual' | 'other';
  /** Where a person can look at the run. */
  url?: string;
}

/** One rollout of one service into one environment. @public */
export interface DeploymentFields {
  /** The environment's own name, as the source says it. */
  environment?: string;
  /** What the source's environment map makes of the name. Unknown is never production. */
  tier?: EnvironmentTier;
  service?: string;
  version?: string;
  commit?: string;
  /** Digest or package url of what was deployed. */
  artifact?: string;
  /** Who executed it from start to verification (semantics of M22). */
  execution?: 'pipeline' | 'manual';
  /** Who or what started it (M22b). */
  startedBy?: 'person' | 'machine';
  purpose?: 'planned' | 'hotfix' | 'rollback';
  /** Link to the pipeline run that executed it. */
  run?: string;
  startedAt?: EpochMs;
  finishedAt?: EpochMs;
  outcome?: Outcome;
  url?: string;
}

/** @public */
export type EnvironmentTier =
  | 'production'
  | 'staging'
  | 'testing'
  | 'development';

/** A change to the code: a pull request, or a push straight to a branch. @public */
export interface ChangeFields {
  form?: 'request' | 'push';
  title?: string;
  branch?: string;
  targetBranch?: string;
  /** Whether the target is the trunk. */
  trunk?: boolean;
  /** Keyed hash of the author; never a name. */
  author?: string;
  /** True when the author is known to be a bot. */
  bot?: boolean;
  createdAt?: EpochMs;
  /** Earliest commit time seen on the head branch. */
  firstCommitAt?: EpochMs;
  mergedAt?: EpochMs;
  closedAt?: EpochMs;
  headSha?: string;
  /** The commit on the target branch after the merge or push. */
  mergeSha?: string;
  url?: string;
}

/** @public */
export interface FactFields {
  run: RunFields;
  deployment: DeploymentFields;
  change: ChangeFields;
}

/**
 * How far along its life a statement saw its fact. A higher rank wins field
 * by field, whatever the order of arrival.
 *
 * @public
 */
export enum StatementRank {
  Queued = 0,
  Started = 1,
  Finished = 2,
  /** A correction by a person. */
  Corrected = 3,
}

/** What one event says of one fact. @public */
export interface Statement<K extends FactKind = FactKind> {
  kind: K;
  /** Natural key of the fact, unique within its source and kind. */
  key: string;
  rank: StatementRank;
  /** When what the statement says came about. */
  occurredAt: EpochMs;
  /** Only what this event knows; an absent field says nothing. */
  fields: FactFields[K];
}

/** A name by which a producer knows an entity. @public */
export interface Alias {
  scheme: AliasScheme;
  value: string;
}

/**
 * The naming schemes that catalog annotations can resolve.
 *
 * - `entity`: an entity ref;
 * - `repository`: `<host>/<owner>/<name>`, lower case;
 * - `service`, `pipeline`, `event-source`: see the annotations of the same name.
 *
 * @public
 */
export type AliasScheme =
  | 'entity'
  | 'repository'
  | 'service'
  | 'pipeline'
  | 'event-source';

/**
 * One event of any producer after validation and mapping: the unit of ingest.
 *
 * @public
 */
export interface MappedEvent {
  /** Producer's own name of where the event came about (CloudEvents `source`). */
  eventSource: string;
  /** Unique within `eventSource` (CloudEvents `id`). */
  eventId: string;
  type: string;
  subject?: string;
  occurredAt: EpochMs;
  /** The entity that the producer names itself; wins over the aliases. */
  entityRef?: string;
  /** Names to resolve through the catalog, the most specific first. */
  aliases: Alias[];
  statements: Statement[];
  /** True when a demo made the event up; pages say so. */
  generated?: boolean;
  /** What is kept for replay: the CloudEvent, or the attributes of a webhook. */
  envelope: Record<string, unknown>;
}

/** A fact as metrics see it: every field folded from its statements. @public */
export type Fact<K extends FactKind = FactKind> = {
  [P in K]: {
    kind: P;
    /** Source of record the fact was ingested from. */
    source: string;
    key: string;
    /** Knowledge sequence of the first and of the last statement. */
    firstSeq: number;
    lastSeq: number;
    /** Set on events that a demo generated. */
    generated: boolean;
    fields: FactFields[P];
  };
}[K];
