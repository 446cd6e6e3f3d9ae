import type { Knex } from 'knex';
import { chunksOf } from '../database';
import { attributeFacts } from './attributeFacts';
import { readLog } from './readLog';
import { upsertFacts } from './upsertFacts';

/**
 * Folds the facts of a piece of the log again, as if its events came now: their
 * links are taken away first, and what other events say of the same facts stays.
 *
 * @param tx - of `writeTransaction`
 * @returns how many events there were and the number of the last
 */
export async function replayPiece(
  tx: Knex,
  options: { after: number; upTo: number; limit: number },
): Promise<{ events: number; lastSeq: number }> {
  const { after, upTo, limit } = options;
  const events = (await readLog(tx, { after, limit })).filter(
    ({ seq }) => seq <= upTo,
  );
  if (events.length === 0) {
    return { events: 0, lastSeq: after };
  }
  for (const seqs of chunksOf(events.map(({ seq }) => seq))) {
    await tx('fact_event').whereIn('seq', seqs).delete();
  }
  await attributeFacts(tx, await upsertFacts(tx, events));
  return { events: events.length, lastSeq: events[events.length - 1].seq };
}
