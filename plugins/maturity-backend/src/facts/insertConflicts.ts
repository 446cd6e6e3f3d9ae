import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { insertRows } from '../database';
import type { PreparedEvent } from './prepareEvents';

/** Events that came again with other bytes, and what they contradict. */
export interface InsertConflictsOptions {
  sourceId: number;
  receivedAt: EpochMs;
  conflicts: readonly { prepared: PreparedEvent; seq: number }[];
}

/** Quarantines contradictions, each body once. */
export async function insertConflicts(
  tx: Knex,
  options: InsertConflictsOptions,
): Promise<void> {
  const { sourceId, receivedAt, conflicts } = options;
  await insertRows(tx, {
    table: 'event_conflict',
    rows: conflicts.map(({ prepared: { incoming }, seq }) => ({
      seq,
      source_id: sourceId,
      body_hash: incoming.bodyHash,
      event_source: incoming.event.eventSource,
      event_id: incoming.event.eventId,
      received_at: receivedAt,
      envelope: JSON.stringify(incoming.event.envelope),
    })),
    ignoreOn: ['seq', 'body_hash'],
  });
}
