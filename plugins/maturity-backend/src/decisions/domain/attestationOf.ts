import type { Decision } from '@devops-scorecards/plugin-maturity-common';

/**
 * The attestation of a criterion that a page shows: the newest that is
 * proposed or approved, whether it is in force or has expired.
 *
 * @param decisions - those on one entity, the oldest first
 * @param model - id of the model that the criterion belongs to
 * @returns `undefined` where there is none, or all were rejected or withdrawn
 */
export function attestationOf(
  decisions: readonly Decision[],
  criterionId: string,
  model: string,
): Decision | undefined {
  return [...decisions]
    .reverse()
    .find(
      ({ state, content }) =>
        content.kind === 'attest' &&
        content.model === model &&
        content.criterionId === criterionId &&
        (state === 'proposed' || state === 'approved'),
    );
}
