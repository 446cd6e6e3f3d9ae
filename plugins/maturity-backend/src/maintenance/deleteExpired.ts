import {
  FACT_KINDS,
  type EpochMs,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, toNumber, writeTransaction } from '../database';
import { tableOf } from '../facts';

/** Rows that are looked at, and deleted, in one transaction. */
const PIECE = 500;

/** What a retention deleted. */
export interface Deleted {
  facts: number;
  events: number;
}

/**
 * Deletes facts that counted before a time and are not open, whose they are,
 * and the events that spoke of nothing else. Keys of events stay, so that one
 * that is sent again is still a duplicate.
 *
 * @remarks
 *
 * Looks at the oldest rows first and stops at the first piece in which nothing
 * has expired, so a run costs what it deletes and not what is kept. What was
 * imported late goes when the rows before it have gone.
 */
export async function deleteExpiredFacts(options: {
  knex: Knex;
  before: EpochMs;
}): Promise<Deleted> {
  const { knex, before } = options;
  const deleted: Deleted = { facts: 0, events: 0 };
  for (const kind of FACT_KINDS) {
    for (;;) {
      const piece = await writeTransaction(knex, tx =>
        deletePiece(tx, kind, before),
      );
      deleted.facts += piece.facts;
      deleted.events += piece.events;
      if (piece.facts === 0) {
        break;
      }
    }
  }
  return deleted;
}

async function deletePiece(
  tx: Knex,
  kind: FactKind,
  before: EpochMs,
): Promise<Deleted> {
  const { fact, whose, id } = tableOf(kind);
  const oldest = await tx(fact)
    .orderBy('id')
    .limit(PIECE)
    .select<{ id: number; at: number | string; is_open: number }[]>(
      'id',
      'at',
      'is_open',
    );
  const expired = oldest
    .filter(row => toNumber(row.at) < before && Number(row.is_open) === 0)
    .map(row => row.id);
  if (expired.length === 0) {
    return { facts: 0, events: 0 };
  }
  const links = await tx('fact_event')
    .where({ kind })
    .whereIn('fact_id', expired)
    .select<{ seq: number | string }[]>('seq');
  await tx('fact_event').where({ kind }).whereIn('fact_id', expired).delete();
  await tx(whose).whereIn(id, expired).delete();
  await tx(fact).whereIn('id', expired).delete();
  const seqs = [...new Set(links.map(({ seq }) => toNumber(seq)))];
  return { facts: expired.length, events: await deleteUnlinked(tx, seqs) };
}

/** Of some events those that no fact is left of. */
async function deleteUnlinked(
  tx: Knex,
  seqs: readonly number[],
): Promise<number> {
  let deleted = 0;
  for (const chunk of chunksOf(seqs)) {
    const linked = await tx('fact_event')
      .whereIn('seq', chunk)
      .distinct<{ seq: number | string }[]>('seq');
    const kept = new Set(linked.map(({ seq }) => toNumber(seq)));
    const gone = chunk.filter(seq => !kept.has(seq));
    deleted += await deleteEvents(tx, gone);
  }
  return deleted;
}

async function deleteEvents(
  tx: Knex,
  seqs: readonly number[],
): Promise<number> {
  if (seqs.length === 0) {
    return 0;
  }
  await tx('event_raw').whereIn('seq', seqs).delete();
  await tx('event_mapping').whereIn('event_seq', seqs).delete();
  await tx('unmapped_event').whereIn('seq', seqs).delete();
  return await tx('event_log').whereIn('seq', seqs).delete();
}

/**
 * Deletes events that were received before a time and spoke of no fact and no
 * connection: pings, steps, types that nothing is made of yet.
 *
 * @param options - `after`: where an earlier call ended, so that what it kept is
 * not looked at again
 * @returns how many, and where it ended
 */
export async function deleteExpiredEvents(options: {
  knex: Knex;
  before: EpochMs;
  after?: number;
}): Promise<{ deleted: number; after: number }> {
  const { knex, before } = options;
  let { after = 0 } = options;
  let deleted = 0;
  for (;;) {
    const rows = await knex('event_log')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PIECE)
      .select('seq', 'received_at', 'statements', 'connects');
    const expired = rows.filter(row => toNumber(row.received_at) < before);
    if (expired.length === 0) {
      return { deleted, after };
    }
    const gone = expired
      .filter(row => row.statements === '[]' && row.connects === null)
      .map(row => toNumber(row.seq));
    deleted += await writeTransaction(knex, tx => deleteEvents(tx, gone));
    after = toNumber(expired[expired.length - 1].seq);
    if (expired.length < rows.length) {
      return { deleted, after };
    }
  }
}
