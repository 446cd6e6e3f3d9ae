import type { Knex } from 'knex';
import { chunksOf } from '../database';

/** An entity as the catalog last had it. */
export interface CurrentEntity {
  id: number;
  ref: string;
  /** Hash of what was kept; empty when the entity was removed. */
  etag: string;
}

function selectCurrent(knex: Knex) {
  return knex('entity')
    .join('entity_version as version', 'version.entity_id', 'entity.id')
    .where(
      'version.seq',
      knex('entity_version as later')
        .whereRaw('later.entity_id = entity.id')
        .max('later.seq'),
    );
}

/** Every entity that is in the catalog as far as we know. */
export async function readPresent(
  knex: Knex,
): Promise<Map<string, CurrentEntity>> {
  const rows = await selectCurrent(knex)
    .where('version.removed', 0)
    .select<CurrentEntity[]>('entity.id', 'entity.ref', 'version.etag');
  return new Map(rows.map(row => [row.ref, row]));
}

/** The last version of each of some entities, removed ones included. */
export async function readCurrent(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, CurrentEntity & Record<string, unknown>>> {
  const current = new Map<string, CurrentEntity & Record<string, unknown>>();
  for (const chunk of chunksOf(refs)) {
    const rows = await selectCurrent(knex)
      .whereIn('entity.ref', chunk)
      .select('version.*', 'entity.id', 'entity.ref');
    for (const row of rows) {
      current.set(row.ref, row);
    }
  }
  return current;
}
