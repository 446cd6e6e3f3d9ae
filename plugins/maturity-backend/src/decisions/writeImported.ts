import type { Knex } from 'knex';
import { takeKnowledge } from '../database';
import type { NewDecision } from './DecisionStore';
import type { DecisionContext } from './types';

/**
 * Writes down a decision that was proposed and approved elsewhere.
 *
 * @returns the knowledge sequence of the approval
 */
export async function writeImported(
  tx: Knex.Transaction,
  context: DecisionContext,
  options: { proposal: NewDecision; decider: string },
): Promise<number> {
  const { proposal, decider } = options;
  const evidence = await context.evidence.claim(tx, proposal.evidence);
  const first = await takeKnowledge(tx, 2);
  const at = proposal.createdAt;
  await context.decisions.propose(tx, { ...proposal, evidence }, [
    { seq: first, state: 'proposed', actor: proposal.author, at },
    { seq: first + 1, state: 'approved', actor: decider, at },
  ]);
  return first + 1;
}
