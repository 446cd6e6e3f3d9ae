import type { EpochMs, Model } from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';

/** A version of a model as it was registered. */
export interface ModelVersion {
  modelVersionId: number;
  model: Model;
  /** SHA-256 of the contents, hex. */
  hash: string;
  /** Knowledge sequence of the registration. */
  seq: number;
  /** Start of the day from which it judges. */
  effectiveFrom: EpochMs;
}

/**
 * The version of each model that judged at a time, by what was known at a
 * sequence: the one registered last among those whose day had come.
 *
 * @remarks
 * Registered last, not effective last: so a pack that goes back to an earlier
 * content, or that withdraws a version before its day, is what counts.
 *
 * @param versions - by ascending `seq`
 * @returns in the order of the model ids by code unit
 */
export function versionsInForce(
  versions: readonly ModelVersion[],
  at: { asOf: EpochMs; knownAt: number },
): ModelVersion[] {
  const newest = new Map<string, ModelVersion>();
  for (const version of versions) {
    if (version.seq <= at.knownAt && version.effectiveFrom <= at.asOf) {
      newest.set(version.model.id, version);
    }
  }
  return [...newest.values()].sort((left, right) =>
    left.model.id < right.model.id ? -1 : 1,
  );
}

/** Midnight at which a version begins to judge, in the configured zone. */
export function effectiveFrom(model: Model, timeZone: string): EpochMs {
  return DateTime.fromISO(model.effectiveFrom, { zone: timeZone }).toMillis();
}
