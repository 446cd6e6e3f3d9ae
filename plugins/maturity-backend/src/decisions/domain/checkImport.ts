import { InputError } from '@backstage/errors';
import {
  canonicalUserRef,
  type DecisionContent,
  type EpochMs,
  type EvidenceItem,
} from '@devops-scorecards/plugin-maturity-common';
import { checkEvidence } from './checkEvidence';
import { checkReason } from './checkText';

/** A decision that was made elsewhere. */
export interface ImportedDecision {
  content: DecisionContent;
  author: string;
  /** Absent: nobody has decided yet. Only attestations can wait. */
  decider?: string;
  reason: string;
  evidence: EvidenceItem[];
  /** When it was made there. */
  createdAt: EpochMs;
}

/**
 * Checks what is imported apart from its content: that two people made it or
 * that it is a proposal that may wait for the second, why and on what evidence,
 * and that it was made before now.
 *
 * @returns it with the people in canonical form
 * @throws InputError that says what to change
 */
export function checkImport(
  imported: Omit<ImportedDecision, 'evidence'> & { evidence?: EvidenceItem[] },
  now: EpochMs,
): ImportedDecision {
  const author = canonicalUserRef(imported.author);
  const decider =
    imported.decider === undefined
      ? undefined
      : canonicalUserRef(imported.decider);
  if (author === decider) {
    throw new InputError(
      `${author} cannot decide their own proposal: name another person as decider`,
    );
  }
  if (imported.createdAt > now) {
    throw new InputError(
      'createdAt lies in the future: give the time at which it was decided',
    );
  }
  return {
    content: imported.content,
    author,
    ...(decider === undefined ? {} : { decider }),
    reason: checkReason(imported.reason),
    evidence: checkEvidence(imported.evidence, {
      atLeast: imported.content.kind === 'attest' ? 1 : 0,
    }),
    createdAt: imported.createdAt,
  };
}

/**
 * The person who decided on what can be imported only once somebody has.
 *
 * @throws InputError when nobody is named
 */
export function requireDecider({ decider }: ImportedDecision): string {
  if (decider === undefined) {
    throw new InputError(
      'decider is missing: a correction can be imported only once somebody has decided on it; only attestations can wait',
    );
  }
  return decider;
}
