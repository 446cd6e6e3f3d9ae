import type {
  CriterionDecision,
  Decision,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * What approved decisions make of the criteria of a model at a time.
 *
 * @remarks
 *
 * Only what is approved counts, from `validFrom` up to, not including,
 * `validTo`. One that was withdrawn counts at no time: whoever wants to know
 * what held before recomputes with the knowledge of then.
 *
 * @param decisions - those on one entity, as known at one sequence
 * @param options - `model`: its id
 * @returns by criterion id; the ids are sorted by code unit
 */
export function decisionsInForce(
  decisions: readonly Decision[],
  options: { model: string; asOf: EpochMs },
): Record<string, CriterionDecision> {
  const attested = new Set<string>();
  for (const decision of decisions) {
    const { content } = decision;
    if (
      content.kind === 'attest' &&
      content.model === options.model &&
      isInForce(decision, options.asOf)
    ) {
      attested.add(content.criterionId);
    }
  }
  return Object.fromEntries([...attested].sort().map(id => [id, 'attested']));
}

/** Whether a decision is approved and holds at a time. */
export function isInForce(decision: Decision, asOf: EpochMs): boolean {
  const { state, validFrom, validTo } = decision;
  return (
    state === 'approved' &&
    validFrom <= asOf &&
    (validTo === undefined || asOf < validTo)
  );
}
