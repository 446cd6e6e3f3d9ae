import type { FactKind } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { FactRow } from './factRows';

/**
 * Up to so many sequence numbers ago it is cheaper to ask the log what
 * changed since than to look at every fact of the entity.
 */
const RECENT = 10_000;

/** What to find. */
export interface FindChangedSinceOptions<Row> {
  kind: FactKind;
  /** Whose facts: ids, or a query of them. */
  entities: readonly number[] | Knex.QueryBuilder;
  /** Knowledge sequence. */
  knownAt: number;
  /** How many sequence numbers were given out after `knownAt`. */
  behind: number;
  /**
   * Facts of whatever entity among which to look, aliased `fact`, and whose
   * they are, aliased `whose`.
   */
  query: Knex.QueryBuilder<object, Row[]>;
}

/**
 * Rows of facts of entities that an event later than `knownAt` speaks of.
 *
 * @remarks
 *
 * Where it begins with the few events since then, it hides from planners by
 * what else they could begin with: left to themselves they walk through all
 * facts of a kind, or once through the entity's for each of those events.
 */
export async function findChangedSince<Row = FactRow>(
  knex: Knex,
  options: FindChangedSinceOptions<Row>,
): Promise<Row[]> {
  const { kind, entities, knownAt, behind, query } = options;
  if (behind > RECENT) {
    return (await query.whereIn(
      'whose.entity_id',
      entities as number[],
    )) as Row[];
  }
  return (await query
    .whereIn(knex.raw('whose.entity_id + 0') as any, entities as number[])
    .whereIn(
      'fact.id',
      knex('fact_event')
        .whereRaw(`kind || '' = ?`, [kind])
        .where('seq', '>', knownAt)
        .select('fact_id'),
    )) as Row[];
}
