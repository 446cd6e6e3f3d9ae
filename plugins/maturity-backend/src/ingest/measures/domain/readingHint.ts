import { measureNamed } from '@devops-scorecards/plugin-maturity-common';
import type { MeasureReading } from './MeasureReading';

/**
 * What a sender should know of a reading that is taken but may not count as
 * meant.
 */
export function readingHint({
  name,
  trunk,
}: Pick<MeasureReading, 'name' | 'trunk'>): string | undefined {
  const known = measureNamed(name);
  if (!known) {
    return `No built-in metric reads "${name.slice(
      0,
      64,
    )}": it is kept for metrics of your own; docs/events/measures.md lists the names that are read`;
  }
  return known.ofCode && trunk === undefined
    ? `It is not said whether it is of the trunk, so ${known.metrics.join(
        ', ',
      )} leaves it out: send trunk=true with readings of the trunk`
    : undefined;
}
