import type { Knex } from 'knex';
import { isPostgres } from '../database';

/**
 * Runs reads that all see the same state of the database, whatever is
 * committed meanwhile.
 */
export async function readSnapshot<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  // SQLite's transactions are snapshots anyhow and take no isolation level.
  return knex.transaction(
    work,
    isPostgres(knex)
      ? { isolationLevel: 'repeatable read', readOnly: true }
      : {},
  );
}
