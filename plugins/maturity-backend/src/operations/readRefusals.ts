import type { EventRefusal } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';

/** What was refused of a source, newest first. */
export async function readRefusals(
  knex: Knex,
  options: { source: string; limit: number },
): Promise<EventRefusal[]> {
  const rows = await knex('event_refusal as refusal')
    .join('source', 'source.id', 'refusal.source_id')
    .where('source.name', options.source)
    .orderBy('refusal.received_at', 'desc')
    .orderBy('refusal.id', 'desc')
    .limit(options.limit)
    .select('refusal.*');
  return rows.map(row => ({
    door: row.door,
    ...(row.event_id !== null && { id: row.event_id }),
    code: row.code,
    message: row.message,
    receivedAt: toNumber(row.received_at),
    times: toNumber(row.times),
  }));
}
