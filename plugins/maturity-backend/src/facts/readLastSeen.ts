import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';
import { CORRECTIONS_EVENT_SOURCE } from './domain/correctionsEventSource';

/**
 * When a source was last heard of, as known at a sequence: by an event, or by
 * a pull that found no news. That a person corrected one of its facts is no
 * sign of life of it.
 */
export async function readLastSeen(
  knex: Knex,
  options: { sourceId: number; knownAt: number },
): Promise<EpochMs | undefined> {
  const newest = (table: string, column: string) =>
    knex(table)
      .where({ source_id: options.sourceId })
      .where('seq', '<=', options.knownAt)
      .orderBy('seq', 'desc')
      .limit(1)
      .select(column);
  // One statement for both, because every assessment asks.
  const [seen]: Record<string, number | string | null>[] = await knex.select({
    event: newest('event_log', 'received_at').whereNot(
      'event_source',
      CORRECTIONS_EVENT_SOURCE,
    ),
    heartbeat: newest('source_heartbeat', 'at'),
  });
  const times = [seen.event, seen.heartbeat].flatMap(at =>
    at === null ? [] : [toNumber(at)],
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}
