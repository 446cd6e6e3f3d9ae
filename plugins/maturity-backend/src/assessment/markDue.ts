import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf } from '../database';

/** Entities to assess again. */
export interface MarkDueOptions {
  /** Each once. */
  entityIds: readonly number[];
  dueAt: EpochMs;
  /** The last knowledge that asks for it; 0 when only time does. */
  seq: number;
}

/**
 * Puts entities into the due queue, or brings them forward in it.
 *
 * @remarks
 *
 * A mark never takes back an earlier one, and it leaves a claim alone: who
 * has claimed an entity while it is marked again sees by `marked_seq` that
 * there is more to do.
 */
export async function markDue(
  tx: Knex,
  options: MarkDueOptions,
): Promise<void> {
  const { entityIds, dueAt, seq } = options;
  // In one order, so that two writers do not wait for each other's rows.
  const ordered = [...entityIds].sort((a, b) => a - b);
  for (const ids of chunksOf(ordered, 4)) {
    await tx('due')
      .insert(
        ids.map(id => ({
          entity_id: id,
          due_at: dueAt,
          claimed_until: 0,
          marked_seq: seq,
        })),
      )
      .onConflict('entity_id')
      .merge({
        due_at: tx.raw(
          'case when due.due_at < excluded.due_at then due.due_at else excluded.due_at end',
        ),
        marked_seq: tx.raw(
          'case when due.marked_seq > excluded.marked_seq then due.marked_seq else excluded.marked_seq end',
        ),
      });
  }
}
