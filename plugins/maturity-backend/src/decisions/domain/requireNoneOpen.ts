import { ConflictError } from '@backstage/errors';
import type {
  Decision,
  DecisionContent,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * Checks that nobody waits for a decision about the same thing already.
 *
 * @param decisions - those on the entity
 * @throws ConflictError when there is a proposal for the same criterion or
 *   fact that could still be approved
 */
export function requireNoneOpen(
  decisions: readonly Decision[],
  content: DecisionContent,
  now: EpochMs,
): void {
  const open = decisions.find(
    decision =>
      decision.state === 'proposed' &&
      (decision.validTo === undefined || decision.validTo > now) &&
      isAboutTheSame(decision.content, content),
  );
  if (open) {
    throw new ConflictError(
      `The proposal ${open.id} of ${open.author} about the same ${
        content.kind === 'attest' ? 'criterion' : 'fact'
      } waits for a decision: have it decided or withdrawn first`,
    );
  }
}

function isAboutTheSame(a: DecisionContent, b: DecisionContent): boolean {
  if (a.kind === 'attest') {
    return (
      b.kind === 'attest' &&
      a.model === b.model &&
      a.criterionId === b.criterionId
    );
  }
  return (
    b.kind === 'correct' &&
    a.fact.kind === b.fact.kind &&
    a.fact.source === b.fact.source &&
    a.fact.key === b.fact.key
  );
}
