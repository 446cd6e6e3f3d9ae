import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';
import { CORRECTIONS_EVENT_SOURCE } from './domain/correctionsEventSource';

/**
 * When a source was last heard of, as known at a sequence. That a person
 * corrected one of its facts is no sign of life of it.
 */
export async function readLastSeen(
  knex: Knex,
  options: { sourceId: number; knownAt: number },
): Promise<EpochMs | undefined> {
  const row = await knex('event_log')
    .where({ source_id: options.sourceId })
    .where('seq', '<=', options.knownAt)
    .whereNot('event_source', CORRECTIONS_EVENT_SOURCE)
    .orderBy('seq', 'desc')
    .first<{ received_at: number | string } | undefined>('received_at');
  return row && toNumber(row.received_at);
}
