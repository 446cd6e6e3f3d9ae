import type { DotStripLine } from '../../views/dotStripView';

/** Tells the lines apart without colour. */
export const LINE_DASHES: Record<
  DotStripLine['statistic'],
  string | undefined
> = { p50: undefined, p90: '4 2' };
