import {
  FACT_KINDS,
  type EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';

/**
 * When the next fact of an entity begins to count.
 *
 * @remarks
 *
 * Producers' clocks may run ahead within the tolerance, so a fact may lie in
 * the future. A window that ends at as-of does not hold it yet; the entity is
 * due again one millisecond after the time returned here.
 *
 * @param options - `from` is the as-of of the assessment that was just made
 * @returns the earliest time at or after `from`; `undefined` when there is none
 */
export async function nextFactAt(options: {
  knex: Knex;
  entityId: number;
  from: EpochMs;
}): Promise<EpochMs | undefined> {
  const { knex, entityId, from } = options;
  const times: EpochMs[] = [];
  for (const kind of FACT_KINDS) {
    const row = await knex(`${kind}_entity`)
      .where({ entity_id: entityId })
      .where('at', '>=', from)
      .orderBy('at')
      .first<{ at: number | string } | undefined>('at');
    if (row) {
      times.push(toNumber(row.at));
    }
  }
  return times.length > 0 ? Math.min(...times) : undefined;
}
