import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { chunksOf, toNumber, writeTransaction } from '../database';

/** Changes that are rewritten in one transaction. */
const PIECE = 200;

/** What was rewritten. */
export interface Erased {
  /** Changes whose author was unlinked. */
  changes: number;
  /** Events whose statements were rewritten and whose raw bodies deleted. */
  events: number;
}

/**
 * Unlinks a person from what they did: the keyed hash that stood for them gives
 * way to a random one that nobody can compute again, in facts and in the log,
 * and raw bodies that hold their name are deleted.
 *
 * @remarks
 *
 * One random value for all of their changes, so that the number of authors, and
 * with it every rate per developer, stays what it was.
 *
 * @param options - `author`: the keyed hash
 */
export async function eraseAuthor(options: {
  knex: Knex;
  author: string;
}): Promise<Erased> {
  const { knex, author } = options;
  const stranger = randomBytes(16).toString('hex');
  const erased: Erased = { changes: 0, events: 0 };
  for (;;) {
    const piece = await writeTransaction(knex, tx =>
      erasePiece(tx, { author, stranger }),
    );
    erased.changes += piece.changes;
    erased.events += piece.events;
    if (piece.changes === 0) {
      return erased;
    }
  }
}

async function erasePiece(
  tx: Knex,
  { author, stranger }: { author: string; stranger: string },
): Promise<Erased> {
  const changes = await tx('change')
    .where({ author })
    .orderBy('id')
    .limit(PIECE)
    .select<{ id: number }[]>('id');
  const ids = changes.map(({ id }) => id);
  const links = await tx('fact_event')
    .where({ kind: 'change' })
    .whereIn('fact_id', ids)
    .distinct<{ seq: number | string }[]>('seq');
  const seqs = links.map(({ seq }) => toNumber(seq));
  let events = 0;
  for (const chunk of chunksOf(seqs)) {
    const rows = await tx('event_log')
      .whereIn('seq', chunk)
      .where('statements', 'like', `%${author}%`)
      .select<{ seq: number | string; statements: string }[]>(
        'seq',
        'statements',
      );
    for (const { seq, statements } of rows) {
      await tx('event_log')
        .where({ seq })
        // A hash of 128 bits stands nowhere else by chance.
        .update({ statements: statements.replaceAll(author, stranger) });
    }
    await tx('event_raw').whereIn('seq', chunk).delete();
    events += rows.length;
  }
  await tx('change').whereIn('id', ids).update({ author: stranger });
  return { changes: ids.length, events };
}
