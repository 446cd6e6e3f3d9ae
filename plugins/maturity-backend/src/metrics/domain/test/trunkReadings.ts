import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from '../observedWindow';
import { compareItems } from '../sample';

/** A reading of a share: so many of so many. */
export interface ShareReading {
  fact: Fact<'measure'>;
  at: EpochMs;
  part: number;
  total: number;
}

/**
 * The readings of one name on the trunk in the window, ordered in time.
 *
 * @returns `unknown` counts readings that say no share: part or total is
 * missing, the total is 0, or the part is more than the total
 */
export function trunkReadings(
  input: MetricInput,
  name: string,
): { readings: ShareReading[]; unknown: number } {
  const { from, to } = observedWindow(input);
  const readings: ShareReading[] = [];
  let unknown = 0;
  for (const fact of input.facts) {
    if (
      fact.kind !== 'measure' ||
      fact.fields.name !== name ||
      fact.fields.trunk !== true
    ) {
      continue;
    }
    const { measuredAt, part, total } = fact.fields;
    if (measuredAt === undefined || measuredAt < from || measuredAt >= to) {
      continue;
    }
    if (isCount(part) && isCount(total) && total > 0 && part <= total) {
      readings.push({ fact, at: measuredAt, part, total });
    } else {
      unknown += 1;
    }
  }
  return { readings: readings.sort(compareItems), unknown };
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
