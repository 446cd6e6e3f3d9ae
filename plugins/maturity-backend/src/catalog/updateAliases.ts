import type { Alias, EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, insertRows } from '../database';

/** Where names are from that the catalog says. */
const CATALOG = 'catalog';

/** The names that entities have from now on. */
export interface UpdateAliasesOptions {
  /** By entity id; an entity without names loses all it had. */
  aliases: ReadonlyMap<number, readonly Alias[]>;
  seq: number;
  now: EpochMs;
}

function aliasKey(entityId: number, { scheme, value }: Alias): string {
  return `${entityId}\n${scheme}\n${value}`;
}

/**
 * Closes names that entities no longer have and opens those that are new.
 *
 * @remarks
 *
 * Only names of the catalog: one that an operator gave stays until an operator
 * takes it back.
 */
export async function updateAliases(
  tx: Knex,
  options: UpdateAliasesOptions,
): Promise<void> {
  const { aliases, seq, now } = options;
  const open = [];
  for (const ids of chunksOf([...aliases.keys()])) {
    open.push(
      ...(await tx('alias')
        .whereIn('entity_id', ids)
        .where('origin', CATALOG)
        .whereNull('closed_seq')
        .select('*')),
    );
  }
  const wanted = new Set<string>();
  for (const [entityId, names] of aliases) {
    names.forEach(name => wanted.add(aliasKey(entityId, name)));
  }
  const closed = open.filter(row => !wanted.has(aliasKey(row.entity_id, row)));
  for (const chunk of chunksOf(closed, 8)) {
    await tx('alias')
      .insert(chunk.map(row => ({ ...row, valid_to: now, closed_seq: seq })))
      .onConflict(['scheme', 'value', 'entity_id', 'seq'])
      .merge(['valid_to', 'closed_seq']);
  }
  const had = new Set(open.map(row => aliasKey(row.entity_id, row)));
  await insertRows(tx, {
    table: 'alias',
    rows: [...aliases].flatMap(([entityId, names]) =>
      names
        .filter(name => !had.has(aliasKey(entityId, name)))
        .map(({ scheme, value }) => ({
          scheme,
          value,
          entity_id: entityId,
          seq,
          valid_from: now,
          valid_to: null,
          closed_seq: null,
          origin: CATALOG,
        })),
    ),
  });
}
