import type { EpochMs } from './time';

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
  /** Name of the pipeline that executed it; staging and production of one pipeline share it. */
  pipeline?: string;
  /** Link to the pipeline run that executed it. */
  run?: string;
  /** How it was rolled out. Canary, blue-green and rolling are progressive. */
  strategy?: 'all-at-once' | 'rolling' | 'canary' | 'blue-green';
  /**
   * Whether the artifact was found in the registry by its digest, with every
   * stage of promotion passed.
   */
  provenance?: 'verified' | 'unverified';
  /** Whether it kept to a window that was agreed for changes. */
  changeWindow?: 'inside' | 'outside';
  /** Key of the incident that it was made to repair. */
  repairs?: string;
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
  /** Commits that it brought to the target branch. */
  commits?: number;
  /** Earliest commit time seen on the head branch. */
  firstCommitAt?: EpochMs;
  mergedAt?: EpochMs;
  closedAt?: EpochMs;
  headSha?: string;
  /** The commit on the target branch after the merge or push. */
  mergeSha?: string;
  /** Whether somebody other than its author had approved it when it was merged. */
  approved?: boolean;
  /** Work items that it names and that exist; 0 where somebody looked for some. */
  workItems?: number;
  /**
   * How it passed the mandatory gates of the trunk: all of them evaluated and
   * passed, one failed, or merged around them.
   */
  gates?: 'passed' | 'failed' | 'bypassed';
  url?: string;
}
