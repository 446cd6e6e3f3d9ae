import type {
  Decision,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * When the passing of time alone next changes which decisions are in force.
 *
 * @returns the earliest begin or end of an approved decision that lies after
 *   as-of; `undefined` where there is none
 */
export function nextDecisionAt(
  decisions: readonly Decision[],
  asOf: EpochMs,
): EpochMs | undefined {
  let next: EpochMs | undefined;
  for (const { state, validFrom, validTo } of decisions) {
    if (state !== 'approved') {
      continue;
    }
    for (const at of [validFrom, validTo]) {
      if (at !== undefined && at > asOf && (next === undefined || at < next)) {
        next = at;
      }
    }
  }
  return next;
}
