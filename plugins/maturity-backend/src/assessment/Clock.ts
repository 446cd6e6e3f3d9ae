import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** The only way in which time enters. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): EpochMs;
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => Date.now() };
