import type { Knex } from 'knex';

/**
 * Ids of the services of an owner as the catalog had them at a knowledge
 * sequence: its components, whoever else owns them through a group above.
 *
 * @returns a query of one column, `entity_id`
 */
export function selectMembers(
  knex: Knex,
  options: { ownerRef: string; knownAt: number },
): Knex.QueryBuilder {
  const { ownerRef, knownAt } = options;
  return knex('entity_version as version')
    .where({
      'version.owner_ref': ownerRef,
      'version.kind': 'component',
      'version.removed': 0,
    })
    .where('version.seq', '<=', knownAt)
    .whereNotExists(
      knex('entity_version as later')
        .whereRaw('later.entity_id = version.entity_id')
        .whereRaw('later.seq > version.seq')
        .where('later.seq', '<=', knownAt)
        .select(knex.raw('1')),
    )
    .select('version.entity_id');
}
