import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { markDue } from './markDue';

/**
 * Has every entity assessed again that was last assessed before the newest
 * model version was registered.
 *
 * @returns how many
 */
export async function markOutdated(
  knex: Knex,
  options: { now: EpochMs },
): Promise<number> {
  const newest = await knex('model_version')
    .max({ seq: 'seq' })
    .first<{ seq: number | string | null }>();
  const seq = toOptionalNumber(newest?.seq);
  if (seq === undefined) {
    return 0;
  }
  const rows = await knex('measurement')
    .where('known_at', '<', seq)
    .select<{ entity_id: number }[]>('entity_id');
  await markDue(knex, {
    entityIds: rows.map(row => row.entity_id),
    dueAt: options.now,
    seq,
  });
  return rows.length;
}
