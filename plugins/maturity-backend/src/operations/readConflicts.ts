import type { EventConflict } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';

/** Events of a source that came again with other content, newest first. */
export async function readConflicts(
  knex: Knex,
  options: { source: string; limit: number },
): Promise<EventConflict[]> {
  const rows = await knex('event_conflict as conflict')
    .join('source', 'source.id', 'conflict.source_id')
    .where('source.name', options.source)
    .orderBy('conflict.id', 'desc')
    .limit(options.limit)
    .select(
      'conflict.event_source',
      'conflict.event_id',
      'conflict.seq',
      'conflict.received_at',
    );
  return rows.map(row => ({
    eventSource: row.event_source,
    id: row.event_id,
    seq: toNumber(row.seq),
    receivedAt: toNumber(row.received_at),
  }));
}
