import type {
  Detector,
  FactKind,
  Impact,
  IncidentFields,
  Severity,
} from '@devops-scorecards/plugin-maturity-common';

/** Both ends included. */
export type Range = readonly [from: number, to: number];

/** Local days before the anchor between which something happens, at least 1. */
export interface Span {
  firstDay: number;
  lastDay: number;
}

/** How a generated component builds. */
export interface BuildStory {
  /** Local days before the anchor on which the history begins. */
  firstDay: number;
  /** And ends; 2 unless told. */
  lastDay?: number;
  /** Trunk updates on a working day. */
  perDay: Range;
  /** From a trunk commit to the end of its run, in minutes. */
  feedbackMinutes: Range;
  /** From the end of a run to the next commit, in minutes. */
  breakMinutes?: Range;
  /** Every so many working days, at least 2, the trunk breaks once. */
  redEveryDays: number;
  /**
   * How a broken trunk is mended: within so many minutes on the same day, or
   * first thing on the next working day.
   */
  mended: { minutes: Range } | 'next-morning';
  /**
   * Who makes changes, by turns. With them every trunk update is a change;
   * without, every third one.
   */
  authors?: readonly string[];
}

/** How a generated component reaches one environment. */
export interface DeploymentStory extends Span {
  environment: 'production' | 'staging';
  count: number;
  /** Of these, executed by hand and spread evenly. */
  manual?: number;
  /** Of these, failed and spread evenly. */
  failed?: number;
}

/**
 * Releases in two steps: the newest green commit comes to staging on every
 * evening, and on some evenings the same artifact goes on to production.
 */
export interface TrainStory {
  staging: Span;
  production?: Omit<DeploymentStory, 'environment'> & {
    /** Of these, rolled back half an hour later and spread evenly. */
    rolledBack?: number;
    /** Of these, urgent and spread evenly. */
    hotfixes?: number;
  };
  strategy?: 'all-at-once' | 'rolling' | 'canary';
  /** An artifact that waits in staging for whoever wants to release it. */
  waiting?: { artifact: string; day: number };
}

/** Requirements, each accepted and released some working days later. */
export interface RequirementStory extends Span {
  count: number;
  leadWorkingDays: Range;
}

/** Readings that are taken every week. */
export interface MeasureStory extends Span {
  shares: Readonly<Record<string, readonly [part: number, total: number]>>;
}

/** One fault of a service; times in minutes since it started. */
export interface FaultStory {
  title: string;
  severity: Severity;
  impact: Impact;
  cause?: IncidentFields['cause'];
  /** Absent: nobody wrote down who noticed it. */
  detectedBy?: Detector;
  /** Minutes after local midnight between which it starts. */
  hours: Range;
  detected: Range;
  acknowledged: Range;
  restored: Range;
  /** Calendar days until its review; absent: it is never reviewed. */
  reviewDays?: number;
  /** What the review asks for: days until it is due, and until it is done. */
  action?: { title: string; dueDays: number; doneDays?: number };
  /** Whether the review finds that it repeats that of the cycle before. */
  repeats?: boolean;
  /** Alert that fires while it lasts. */
  alert?: string;
}

/** Alerts on working days beside those of faults. */
export interface AlertStory extends Span {
  names: readonly string[];
  perDay: Range;
  /** One in so many needs somebody to act. */
  actionableEvery: number;
  /** One in so many is critical; of these somebody acknowledges each in time. */
  criticalEvery?: number;
}

/** What one component of the demo has lived through. */
export interface Story {
  /** Name of the component, also its CDEvents service id and pipeline name. */
  name: string;
  entityRef: string;
  builds?: BuildStory;
  deployments?: DeploymentStory[];
  train?: TrainStory;
  requirements?: RequirementStory;
  measures?: MeasureStory;
  /** Spread evenly over the span. */
  faults?: Span & { faults: readonly FaultStory[] };
  alerts?: AlertStory;
  /** Kinds of fact whose source says that it is connected, whatever happens. */
  connected?: Span & { kinds: readonly FactKind[] };
}
