import type { AliasScheme } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { compareText } from '../facts/domain/compareText';
import type { EventSource } from '../ingest/EventStore';

/**
 * The names of a scheme that entities of the catalog have now and that a
 * source may speak for, each once and in order.
 */
export async function listNames(
  knex: Knex,
  options: { scheme: AliasScheme; entities: EventSource['entities'] },
): Promise<string[]> {
  const { scheme, entities } = options;
  const rows = await knex('alias')
    .join('entity', 'entity.id', 'alias.entity_id')
    .where('alias.scheme', scheme)
    .whereNull('alias.closed_seq')
    .select<{ value: string; ref: string }[]>('alias.value', 'entity.ref');
  const allowed = rows.filter(({ ref }) => entities === 'all' || entities(ref));
  return [...new Set(allowed.map(({ value }) => value))].sort(compareText);
}
