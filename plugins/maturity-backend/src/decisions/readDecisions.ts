import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  DECISION_COLUMNS,
  toDecisions,
  type DecisionRow,
} from './decisionRows';

/** A decision as it stood at a knowledge sequence. */
export type KnownDecision = Decision;

/**
 * Reads every decision on an entity as it was known, in one statement.
 *
 * @param options - `knownAt`: later steps, and decisions that were proposed
 *   later, are left out
 * @returns the oldest first
 */
export async function readDecisions(
  knex: Knex,
  options: { entityId: number; knownAt: number },
): Promise<KnownDecision[]> {
  const rows: DecisionRow[] = await knex('decision')
    .join('entity', 'entity.id', 'decision.entity_id')
    .where('decision.entity_id', options.entityId)
    .where('decision.seq', '<=', options.knownAt)
    .orderBy('decision.seq')
    .select(DECISION_COLUMNS);
  return toDecisions(rows);
}
