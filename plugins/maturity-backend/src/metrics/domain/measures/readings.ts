import {
  daysBefore,
  type EpochMs,
  type Fact,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from '../observedWindow';
import { compareItems } from '../sample';

/** How far before a window a reading shows that somebody reads at all. Days. */
export const READING_LOOK_BACK_DAYS = 90;

/** A reading at its time. */
export interface Reading {
  fact: Fact<'measure'>;
  at: EpochMs;
}

/** What is known of the readings of one name. */
export interface Readings {
  /** Of the window, ordered in time. */
  readings: Reading[];
  /**
   * Whether there is one in the window or in the 90 days before it. Sources are
   * connected by kind of fact; whether anybody reads this name, only readings
   * tell.
   */
  heardOf: boolean;
}

/**
 * The readings of one name.
 *
 * @param options - `ofCode`: only those that are said to be of the trunk
 */
export function readingsNamed(
  name: string,
  options: { input: MetricInput; ofCode: boolean },
): Readings {
  const { input, ofCode } = options;
  const { from, to } = observedWindow(input);
  const reach = daysBefore(from, READING_LOOK_BACK_DAYS, input.timeZone);
  const readings: Reading[] = [];
  let heardOf = false;
  for (const fact of input.facts) {
    if (
      fact.kind !== 'measure' ||
      fact.fields.name !== name ||
      (ofCode && fact.fields.trunk !== true)
    ) {
      continue;
    }
    const { measuredAt } = fact.fields;
    if (measuredAt === undefined || measuredAt < reach || measuredAt >= to) {
      continue;
    }
    heardOf = true;
    if (measuredAt >= from) {
      readings.push({ fact, at: measuredAt });
    }
  }
  return { readings: readings.sort(compareItems), heardOf };
}

/** A reading of a share: so many of so many. */
export interface ShareReading extends Reading {
  part: number;
  total: number;
}

/** A reading of one number. */
export interface ValueReading extends Reading {
  value: number;
}

/**
 * The readings that say a share. The others lack the part or the total, are of
 * nothing, or have more of a part than of all.
 */
export function sharesOf(readings: readonly Reading[]): ShareReading[] {
  return readings.flatMap(({ fact, at }) => {
    const { part, total } = fact.fields;
    return isCount(part) && isCount(total) && total > 0 && part <= total
      ? [{ fact, at, part, total }]
      : [];
  });
}

/** The readings that say one number, which is never negative. */
export function valuesOf(readings: readonly Reading[]): ValueReading[] {
  return readings.flatMap(({ fact, at }) => {
    const { value } = fact.fields;
    return value !== undefined && Number.isFinite(value) && value >= 0
      ? [{ fact, at, value }]
      : [];
  });
}

/** Whether a number counts things: whole, and never less than none. */
export function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
