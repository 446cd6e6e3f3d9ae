import type { Level } from './types';

/** Every level there is, the lowest first. @public */
export const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];
