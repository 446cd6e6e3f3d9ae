import {
  FACT_KINDS,
  type Alias,
  type EpochMs,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';
import { tableOf } from '../facts';

/** Names that an entity has now, and whether the catalog or an operator says so. */
export async function readNames(
  knex: Knex,
  entityId: number,
): Promise<(Alias & { origin: string })[]> {
  return knex('alias')
    .where({ entity_id: entityId })
    .whereNull('closed_seq')
    .select('scheme', 'value', 'origin');
}

/** What one source has told of one kind of fact of an entity. */
export interface EntityLink {
  source: string;
  kind: FactKind;
  count: number;
  latestAt?: EpochMs;
  since?: EpochMs;
}

/** What each source has told of an entity, in two ways: facts, and bindings. */
export async function readEntityLinks(
  knex: Knex,
  entityId: number,
): Promise<EntityLink[]> {
  const links = new Map<string, EntityLink>();
  const note = (source: string, kind: FactKind, said: Partial<EntityLink>) => {
    const key = `${source}\n${kind}`;
    const before = links.get(key) ?? { source, kind, count: 0 };
    links.set(key, { ...before, ...said });
  };
  const bindings = await knex('source_binding as binding')
    .join('source', 'source.id', 'binding.source_id')
    .where('binding.entity_id', entityId)
    .groupBy('source.name', 'binding.kind')
    .select<{ name: string; kind: FactKind; since: number | string }[]>(
      'source.name',
      'binding.kind',
      knex.raw('min(binding.since) as since'),
    );
  for (const { name, kind, since } of bindings) {
    note(name, kind, { since: toNumber(since) });
  }
  for (const kind of FACT_KINDS) {
    const { fact, whose, id } = tableOf(kind);
    const rows = await knex(`${whose} as whose`)
      .join(`${fact} as fact`, 'fact.id', `whose.${id}`)
      .join('source', 'source.id', 'fact.source_id')
      .where('whose.entity_id', entityId)
      .groupBy('source.name')
      .select<
        { name: string; count: number | string; latest: number | string }[]
      >(
        'source.name',
        knex.raw('count(*) as count'),
        knex.raw('max(whose.at) as latest'),
      );
    for (const { name, count, latest } of rows) {
      note(name, kind, { count: toNumber(count), latestAt: toNumber(latest) });
    }
  }
  return [...links.values()];
}
