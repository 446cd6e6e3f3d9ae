import type { Knex } from 'knex';
import { insertRows } from '../database';
import { addSourceCounts } from '../facts/addSourceCounts';
import { ensureSource } from '../facts/ensureSource';
import {
  MOST_REFUSALS,
  reasonKey,
  type Pending,
  type PendingRefusal,
} from './domain/pendingRefusals';

/**
 * Writes refusals down, source by source: counts all, keeps the newest.
 *
 * @param pending - by the names of configured sources
 */
export async function writeRefusals(
  tx: Knex.Transaction,
  pending: ReadonlyMap<string, Pending>,
): Promise<void> {
  for (const [name, { count, events, deliveries }] of pending) {
    const all = [...events, ...deliveries.values()];
    const sourceId = await ensureSource(tx, {
      name,
      createdAt: Math.max(...all.map(({ receivedAt }) => receivedAt)),
    });
    await addSourceCounts(tx, { sourceId, refused: count });
    const fresh = await mergeDeliveries(tx, sourceId, deliveries);
    await insertRows(tx, {
      table: 'event_refusal',
      rows: [...events, ...fresh].map(refusal => ({
        source_id: sourceId,
        door: refusal.door,
        received_at: refusal.receivedAt,
        event_id: refusal.id ?? null,
        code: refusal.code,
        message: refusal.message,
        times: refusal.times,
      })),
    });
    await tx('event_refusal')
      .where({ source_id: sourceId })
      .whereNotIn(
        'id',
        tx('event_refusal')
          .where({ source_id: sourceId })
          .orderBy('received_at', 'desc')
          .orderBy('id', 'desc')
          .limit(MOST_REFUSALS)
          .select('id'),
      )
      .delete();
  }
}

/** @returns those for a reason that is not there yet */
async function mergeDeliveries(
  tx: Knex.Transaction,
  sourceId: number,
  deliveries: ReadonlyMap<string, PendingRefusal>,
): Promise<PendingRefusal[]> {
  if (deliveries.size === 0) {
    return [];
  }
  const rows = await tx('event_refusal')
    .where({ source_id: sourceId })
    .whereNull('event_id')
    .select('id', 'door', 'code', 'message');
  const known = new Map(rows.map(row => [reasonKey(row), row.id]));
  const fresh: PendingRefusal[] = [];
  for (const [key, refusal] of deliveries) {
    const id = known.get(key);
    if (id === undefined) {
      fresh.push(refusal);
    } else {
      await tx('event_refusal')
        .where({ id })
        .update({
          received_at: refusal.receivedAt,
          times: tx.raw('times + ?', [refusal.times]),
        });
    }
  }
  return fresh;
}
