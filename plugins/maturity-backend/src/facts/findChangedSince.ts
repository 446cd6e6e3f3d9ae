import type { FactKind } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { FactRow } from './factRows';

/**
 * Up to so many sequence numbers ago it is cheaper to ask the log what
 * changed since than to look at every fact of the entity.
 */
const RECENT = 10_000;

/** What to find. */
export interface FindChangedSinceOptions {
  kind: FactKind;
  /** Knowledge sequence. */
  knownAt: number;
  /** How many sequence numbers were given out after `knownAt`. */
  behind: number;
  /** All facts, aliased `fact`, among which to look. */
  query: Knex.QueryBuilder<object, FactRow[]>;
}

/** Rows of facts that an event later than `knownAt` speaks of. */
export async function findChangedSince(
  knex: Knex,
  options: FindChangedSinceOptions,
): Promise<FactRow[]> {
  const { kind, knownAt, behind, query } = options;
  if (behind <= RECENT) {
    query.whereIn(
      'fact.id',
      knex('fact_event')
        .where({ kind })
        .where('seq', '>', knownAt)
        .select('fact_id'),
    );
  }
  return await query;
}
