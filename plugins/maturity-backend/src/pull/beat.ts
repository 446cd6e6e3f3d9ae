import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { markDue } from '../assessment/markDue';
import { takeKnowledge, toNumber, writeTransaction } from '../database';
import { ensureSource } from '../facts/ensureSource';
import type { ConfiguredSource } from '../ingest/readIngestConfig';
import { heartbeatEveryMs } from './domain/heartbeatEveryMs';

/** Which source was heard of, and when. */
export interface BeatOptions {
  source: Pick<ConfiguredSource, 'name' | 'staleAfterMs'>;
  now: EpochMs;
}

async function lastBeat(knex: Knex, name: string) {
  const row = await knex('source_heartbeat as heartbeat')
    .join('source', 'source.id', 'heartbeat.source_id')
    .where('source.name', name)
    .orderBy('heartbeat.seq', 'desc')
    .first<{ at: number | string } | undefined>('heartbeat.at');
  return row && toNumber(row.at);
}

/**
 * Notes that a source was heard of, with or without news. Often enough for
 * `staleAfter` and no more often, see {@link heartbeatEveryMs}.
 *
 * @remarks
 *
 * Where the source was stale, what is known of its entities is worth something
 * again, and nothing else would have them assessed: they are marked as due.
 *
 * @returns whether there is something to assess
 */
export async function beat(knex: Knex, options: BeatOptions): Promise<boolean> {
  const { source, now } = options;
  const { name, staleAfterMs } = source;
  const last = await lastBeat(knex, name);
  if (last !== undefined && now - last < heartbeatEveryMs(staleAfterMs)) {
    return false;
  }
  return await writeTransaction(knex, async tx => {
    const sourceId = await ensureSource(tx, { name, createdAt: now });
    const seq = await takeKnowledge(tx, 1);
    await tx('source_heartbeat').insert({ source_id: sourceId, seq, at: now });
    const wasStale =
      staleAfterMs !== undefined && (last ?? -Infinity) + staleAfterMs < now;
    if (!wasStale) {
      return false;
    }
    const entityIds = await tx('source_binding')
      .where({ source_id: sourceId })
      .distinct()
      .pluck<number[]>('entity_id');
    await markDue(tx, { entityIds, dueAt: now, seq });
    return entityIds.length > 0;
  });
}
