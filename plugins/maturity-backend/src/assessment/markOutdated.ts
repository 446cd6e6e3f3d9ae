import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { markDue } from './markDue';

/**
 * Has every entity assessed again that was last assessed before the newest
 * model or calendar was registered.
 *
 * @returns how many
 */
export async function markOutdated(
  knex: Knex,
  options: { now: EpochMs },
): Promise<number> {
  const registered: number[] = [];
  for (const table of ['model_version', 'calendar_version']) {
    const newest = await knex(table)
      .max({ seq: 'seq' })
      .first<{ seq: number | string | null }>();
    registered.push(toOptionalNumber(newest?.seq) ?? 0);
  }
  const seq = Math.max(...registered);
  if (seq === 0) {
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
