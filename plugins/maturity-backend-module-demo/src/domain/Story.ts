/** Both ends included. */
export type Range = readonly [from: number, to: number];

/** How a generated component builds. */
export interface BuildStory {
  /** Local days before the anchor on which the history begins. */
  firstDay: number;
  /** Trunk updates on a working day. */
  perDay: Range;
  /** From a trunk commit to the end of its run, in minutes. */
  feedbackMinutes: Range;
  /** Every so many working days, at least 2, the trunk breaks once. */
  redEveryDays: number;
  /**
   * How a broken trunk is mended: within so many minutes on the same day, or
   * first thing on the next working day.
   */
  mended: { minutes: Range } | 'next-morning';
}

/** How a generated component reaches one environment. */
export interface DeploymentStory {
  environment: 'production' | 'staging';
  /** Local days before the anchor between which deployments lie, at least 2. */
  firstDay: number;
  lastDay: number;
  count: number;
  /** Of these, executed by hand and spread evenly. */
  manual?: number;
  /** Of these, failed and spread evenly. */
  failed?: number;
}

/** What one component of the demo has lived through. */
export interface Story {
  /** Name of the component, also its CDEvents service id and pipeline name. */
  name: string;
  entityRef: string;
  builds?: BuildStory;
  deployments?: DeploymentStory[];
}
