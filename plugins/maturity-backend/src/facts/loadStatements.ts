import type {
  FactKind,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, fromFlag, toNumber } from '../database';
import type { KeyedStatement } from './domain/foldFact';
import { eventKeyOf } from './eventKeyOf';

/** One event's part in a fact. */
export interface FactContribution {
  seq: number;
  generated: boolean;
  statements: KeyedStatement[];
}

/** Which facts' statements to load. */
export interface LoadStatementsOptions {
  kind: FactKind;
  /** Key of each fact by its id. */
  keys: ReadonlyMap<number, string>;
  /** Leaves out what became known later. */
  knownAt?: number;
}

/**
 * The statements about one fact among all that an event says, each with its
 * place in the order of folding.
 */
export function statementsAbout(
  statements: readonly Statement[],
  eventKey: string,
  fact: { kind: FactKind; key: string },
): KeyedStatement[] {
  const about: KeyedStatement[] = [];
  statements.forEach((statement, position) => {
    if (statement.kind === fact.kind && statement.key === fact.key) {
      about.push({ statement, eventKey, position });
    }
  });
  return about;
}

/**
 * Loads from the log what was said about facts.
 *
 * @returns by fact id; a fact that nothing was known of is left out
 */
export async function loadStatements(
  knex: Knex,
  options: LoadStatementsOptions,
): Promise<Map<number, FactContribution[]>> {
  const { kind, keys, knownAt } = options;
  const byFact = new Map<number, FactContribution[]>();
  for (const ids of chunksOf([...keys.keys()])) {
    const query = knex('fact_event as link')
      .join('event_log as log', 'log.seq', 'link.seq')
      .join('source', 'source.id', 'log.source_id')
      .where('link.kind', kind)
      .whereIn('link.fact_id', ids)
      .orderBy('log.seq')
      .select(
        'link.fact_id',
        'log.seq',
        'log.generated',
        'log.event_source',
        'log.event_id',
        'log.statements',
        'source.name as source_name',
      );
    if (knownAt !== undefined) {
      query.where('link.seq', '<=', knownAt);
    }
    for (const row of await query) {
      const eventKey = eventKeyOf({
        source: row.source_name,
        eventSource: row.event_source,
        eventId: row.event_id,
      });
      const contributions = byFact.get(row.fact_id) ?? [];
      byFact.set(row.fact_id, contributions);
      contributions.push({
        seq: toNumber(row.seq),
        generated: fromFlag(row.generated),
        statements: statementsAbout(JSON.parse(row.statements), eventKey, {
          kind,
          key: keys.get(row.fact_id)!,
        }),
      });
    }
  }
  return byFact;
}
