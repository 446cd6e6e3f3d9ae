import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { EntityFilter } from './rules';

/**
 * Narrows a query over `entity_version` to the rows for which the conditions
 * of a permission decision hold.
 *
 * @remarks
 *
 * An unknown owner is never among the owners asked for, also where a
 * condition is turned around: `not` is made of comparisons that are never
 * null.
 *
 * @param query - has the version's columns as `version.<column>`
 */
export function applyCriteria<Q extends Knex.QueryBuilder>(
  query: Q,
  criteria: PermissionCriteria<EntityFilter>,
): Q {
  return query.where(nested => addCriteria(nested, criteria, false)) as Q;
}

function addCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<EntityFilter>,
  negated: boolean,
): void {
  if ('not' in criteria) {
    addCriteria(query, criteria.not, !negated);
    return;
  }
  if ('allOf' in criteria || 'anyOf' in criteria) {
    const isAll = 'allOf' in criteria;
    const parts = isAll ? criteria.allOf : criteria.anyOf;
    for (const part of parts) {
      // De Morgan: "not all" is "any not".
      const join = isAll === negated ? 'orWhere' : 'andWhere';
      query[join](nested => addCriteria(nested, part, negated));
    }
    return;
  }
  const column = `version.${criteria.column}`;
  if (negated) {
    query.where(nested =>
      nested.whereNotIn(column, criteria.values).orWhereNull(column),
    );
  } else {
    query.whereIn(column, criteria.values);
  }
}
