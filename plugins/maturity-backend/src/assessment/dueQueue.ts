import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  chunksOf,
  isPostgres,
  skipLocked,
  toNumber,
  toOptionalNumber,
} from '../database';

/** A lease on the assessment of one entity. */
export interface DueClaim {
  entityId: number;
  /** Who still finds this value owns the entity. Epoch milliseconds. */
  claimedUntil: EpochMs;
  /** Last knowledge that asked for the assessment when it was claimed. */
  markedSeq: number;
}

interface DueRow {
  entity_id: number;
  due_at: number | string;
  claimed_until: number | string;
  marked_seq: number | string;
}

/**
 * Claims entities that are due and that nobody else works on.
 *
 * @remarks
 *
 * A lease that was not given back, because its owner died, ends by itself.
 * Several workers never get the same row: rows that another one is claiming
 * are left out, and a claim is only written where there was none.
 */
export async function claimDue(
  knex: Knex,
  options: { now: EpochMs; leaseMs: number; limit: number },
): Promise<DueClaim[]> {
  const { now, leaseMs, limit } = options;
  return knex.transaction(async tx => {
    const rows = await skipLocked(
      tx,
      tx<DueRow>('due')
        .where('due_at', '<=', now)
        .where('claimed_until', '<=', now)
        .orderBy([{ column: 'due_at' }, { column: 'entity_id' }])
        .limit(limit)
        .select('entity_id', 'marked_seq'),
    );
    return writeClaims(tx, rows, now + leaseMs);
  });
}

/**
 * Claims one entity, due or not.
 *
 * @returns `undefined` while somebody else works on it
 */
export async function claimEntity(
  knex: Knex,
  options: { entityId: number; now: EpochMs; leaseMs: number },
): Promise<DueClaim | undefined> {
  const { entityId, now, leaseMs } = options;
  return knex.transaction(async tx => {
    await tx('due')
      .insert({ entity_id: entityId, due_at: now })
      .onConflict('entity_id')
      .ignore();
    const rows = await skipLocked(
      tx,
      tx<DueRow>('due')
        .where('entity_id', entityId)
        .where('claimed_until', '<=', now)
        .select('entity_id', 'marked_seq'),
    );
    const [claim] = await writeClaims(tx, rows, now + leaseMs);
    return claim;
  });
}

async function writeClaims(
  tx: Knex,
  rows: Pick<DueRow, 'entity_id' | 'marked_seq'>[],
  claimedUntil: EpochMs,
): Promise<DueClaim[]> {
  for (const chunk of chunksOf(rows)) {
    await tx('due')
      .whereIn(
        'entity_id',
        chunk.map(row => row.entity_id),
      )
      .update({ claimed_until: claimedUntil });
  }
  return rows.map(row => ({
    entityId: row.entity_id,
    claimedUntil,
    markedSeq: toNumber(row.marked_seq),
  }));
}

/**
 * Takes the row of a claim for the rest of the transaction.
 *
 * @returns the last knowledge that asked for the assessment by now, or
 *   `undefined` when the lease has gone to somebody else
 */
export async function holdClaim(
  tx: Knex.Transaction,
  claim: DueClaim,
): Promise<number | undefined> {
  const [row] = await tx<DueRow>('due')
    .where({ entity_id: claim.entityId, claimed_until: claim.claimedUntil })
    .update({ claimed_until: claim.claimedUntil })
    .returning('marked_seq');
  return row && toNumber(row.marked_seq);
}

/**
 * Gives a claim back. The entity is due again at `dueAt`, unless it was
 * marked after `seenSeq`: then it stays due as marked.
 */
export async function finishClaim(
  knex: Knex,
  options: { claim: DueClaim; dueAt: EpochMs; seenSeq: number },
): Promise<void> {
  const { claim, dueAt, seenSeq } = options;
  await knex('due')
    .where({ entity_id: claim.entityId, claimed_until: claim.claimedUntil })
    .update({
      claimed_until: 0,
      due_at: knex.raw('case when marked_seq > ? then due_at else ? end', [
        seenSeq,
        dueAt,
      ]),
    });
}

/** Takes an entity that the catalog no longer has out of the queue. */
export async function dropClaim(knex: Knex, claim: DueClaim): Promise<void> {
  await knex('due')
    .where({ entity_id: claim.entityId, claimed_until: claim.claimedUntil })
    .delete();
}

/** When the next entity that nobody works on is due. */
export async function nextDueAt(knex: Knex): Promise<EpochMs | undefined> {
  const row = await knex('due')
    .orderBy('due_at')
    .first<Pick<DueRow, 'due_at'> | undefined>('due_at');
  return toOptionalNumber(row?.due_at);
}

/**
 * Gives back what a process left behind that died. Only SQLite can know that
 * there is no other process; elsewhere leases run out.
 */
export async function releaseAbandoned(knex: Knex): Promise<void> {
  if (!isPostgres(knex)) {
    await knex('due').where('claimed_until', '>', 0).update({
      claimed_until: 0,
    });
  }
}
