import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf } from '../database';
import type { PreparedEvent } from './prepareEvents';

/** Events that came again with other bytes, and what they contradict. */
export interface InsertConflictsOptions {
  sourceId: number;
  receivedAt: EpochMs;
  conflicts: readonly { prepared: PreparedEvent; seq: number }[];
}

/**
 * Quarantines contradictions, each body once.
 *
 * @returns how many are new
 */
export async function insertConflicts(
  tx: Knex,
  options: InsertConflictsOptions,
): Promise<number> {
  const { sourceId, receivedAt, conflicts } = options;
  let added = 0;
  for (const chunk of chunksOf(conflicts, 7)) {
    const rows = await tx('event_conflict')
      .insert(
        chunk.map(({ prepared: { incoming }, seq }) => ({
          seq,
          source_id: sourceId,
          body_hash: incoming.bodyHash,
          event_source: incoming.event.eventSource,
          event_id: incoming.event.eventId,
          received_at: receivedAt,
          envelope: JSON.stringify(incoming.event.envelope),
        })),
      )
      .onConflict(['seq', 'body_hash'])
      .ignore()
      .returning('id');
    added += rows.length;
  }
  return added;
}
