import type { Level } from '../models';
import type { Standing } from './types';

/** Options of {@link standing}. @public */
export interface StandingOptions {
  /** Measured level now. */
  measured: Level | undefined;
  /** Measured level as of 90 days ago, under today's model version. */
  earlier: Level | undefined;
}

/**
 * Whether the measured level was reached 90 days ago as well. It qualifies
 * the level and never changes it.
 *
 * @public
 */
export function standing(options: StandingOptions): Standing {
  const { measured, earlier } = options;
  return measured !== undefined && earlier !== undefined && earlier >= measured
    ? 'held'
    : 'new';
}
