import type { Range } from '../Story';

/** A reading that is repeated weekly and ends at the given share. */
export interface ReadingPlan {
  name: 'unit-coverage' | 'new-code-coverage' | 'api-coverage';
  part: number;
  total: number;
}

/**
 * Ninety days of a published case, such that the metrics over them come out at
 * the figures that were published.
 */
export interface PublishedPeriod {
  /** ISO instant at which the period ends, in the evening of a working day. */
  end: string;
  /** ISO dates, both included, of public holidays: nothing happens. */
  quiet: readonly (readonly [from: string, to: string])[];
  /** Trunk updates, spread evenly over the days. */
  integrations: number;
  /** Commits that these brought, spread evenly. */
  commits: number;
  /** Trunk updates that no run followed within five minutes. */
  builtLate: number;
  buildMinutes: Range;
  /** How often the trunk breaks, and how long until it is green again. */
  red: { count: number; fixMinutes: Range };
  /** Production deployments, evenly spread; staging gets one a day. */
  releases: number;
  /** Requirements released, and the mean of their lead times. */
  requirements?: { count: number; meanDays: number };
  /** Shares of which the source gives a figure; nothing else is made up. */
  readings: readonly ReadingPlan[];
  /** Whether the source says that all automated tests passed. */
  testsPass: boolean;
}

/** What is generated for one published case. */
export interface PublishedPlan {
  name: string;
  entityRef: string;
  /** The oldest first. */
  periods: readonly PublishedPeriod[];
}
