import type { Knex } from 'knex';
import { currentKnowledge, writeTransaction } from '../database';
import { replayPiece } from '../facts';
import type { ReportProgress } from './MaintenanceRuns';

/** Events that are folded at a time. */
const PIECE = 500;

/**
 * Folds every fact again from the log, while the portal goes on.
 *
 * @remarks
 *
 * Facts are folds over their statements, so this changes nothing where nothing
 * is broken. Each piece of the log is a transaction of its own: senders wait
 * for one piece at most, and readers always find facts. What arrives meanwhile
 * is folded as it comes and needs no replay.
 *
 * @returns how many events were replayed
 */
export async function replayFacts(options: {
  knex: Knex;
  report?: ReportProgress;
}): Promise<number> {
  const { knex, report } = options;
  const last = await currentKnowledge(knex);
  const next = (after: number) =>
    writeTransaction(knex, tx =>
      replayPiece(tx, { after, upTo: last, limit: PIECE }),
    );
  let replayed = 0;
  let piece = await next(0);
  while (piece.events > 0) {
    replayed += piece.events;
    await report?.(piece.lastSeq, last);
    piece = await next(piece.lastSeq);
  }
  return replayed;
}
