import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isDatabaseOutage, transactionConfig } from './dialect';
import { lockKnowledge } from './knowledge';

/**
 * Runs work that adds to what is known: all of it is written, or nothing.
 *
 * @remarks
 *
 * Writers take turns, because each begins by taking the knowledge row.
 *
 * @param work - gets the last sequence number that was given out; the next one
 *   is there for it to take
 * @throws ServiceUnavailableError when the database cannot be reached or
 *   cannot write; the cause is kept and nothing was written
 */
export async function writeTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction, lastSeq: number) => Promise<T>,
): Promise<T> {
  try {
    return await knex.transaction(async tx => {
      return await work(tx, await lockKnowledge(tx));
    }, transactionConfig(knex));
  } catch (error) {
    if (isDatabaseOutage(error)) {
      throw new ServiceUnavailableError(
        'The database of the maturity plugin cannot be written; nothing was stored, send it again later',
        error,
      );
    }
    throw error;
  }
}
