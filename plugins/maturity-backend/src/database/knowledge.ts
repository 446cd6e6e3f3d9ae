import type { Knex } from 'knex';
import { toNumber } from './rows';

/**
 * Takes the one row that all writers of knowledge pass through, without
 * taking a number. It is held until the transaction ends, so that nobody else
 * can take the next number before.
 *
 * @remarks
 *
 * Call it before anything is read that the transaction decides by. On
 * PostgreSQL a second writer waits here and then, being in `read committed`,
 * sees all that the first one wrote: so two deliveries of the same event at
 * the same moment give one stored event and one duplicate. On SQLite it takes
 * the write lock at once instead of in the middle of the work.
 *
 * @returns the last number that was given out
 */
export async function lockKnowledge(tx: Knex.Transaction): Promise<number> {
  return (await takeKnowledge(tx, 0)) - 1;
}

/**
 * Takes consecutive knowledge sequence numbers.
 *
 * @remarks
 *
 * Numbers are given out under the lock of one row, so they become visible in
 * the order in which they were given. What was read as known at `n` stays the
 * same ever after.
 *
 * @param count - how many
 * @returns the first of them
 */
export async function takeKnowledge(
  tx: Knex.Transaction,
  count: number,
): Promise<number> {
  const [row] = await tx('knowledge')
    .where({ id: 1 })
    .increment('seq', count)
    .returning<{ seq: number | string }[]>('seq');
  return toNumber(row.seq) - count + 1;
}

/** The last sequence number that is committed: all there is to know now. */
export async function currentKnowledge(knex: Knex): Promise<number> {
  const row = await knex('knowledge')
    .where({ id: 1 })
    .first<{ seq: number | string }>('seq');
  return toNumber(row.seq);
}
