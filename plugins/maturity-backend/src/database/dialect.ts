import { isError } from '@backstage/errors';
import type { Knex } from 'knex';

/** The only file in which PostgreSQL and SQLite are told apart. */

/** Whether the client speaks to PostgreSQL; else it is SQLite. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.driverName === 'pg';
}

/**
 * Isolation of a writing transaction. PostgreSQL needs `read committed`
 * (see `lockKnowledge`), whatever its server has as default; SQLite knows one
 * isolation only and warns when it is asked for another.
 */
export function transactionConfig(knex: Knex): Knex.TransactionConfig {
  return isPostgres(knex) ? { isolationLevel: 'read committed' } : {};
}

/**
 * Leaves out rows that another transaction works on. SQLite has one writer at
 * a time, so there is nothing to leave out.
 */
export function skipLocked<Q extends Knex.QueryBuilder>(
  knex: Knex,
  query: Q,
): Q {
  return isPostgres(knex) ? (query.forUpdate().skipLocked() as Q) : query;
}

/**
 * Runs migrations while no other replica does.
 *
 * @remarks
 *
 * On PostgreSQL replicas take turns by a lock that ends with the transaction,
 * and so does what knex notes of a run: a process that dies in the middle
 * leaves nothing behind that would keep the next one from starting. A file of
 * SQLite has one process.
 */
export async function inMigrationTurn(
  knex: Knex,
  migrate: (client: Knex) => Promise<unknown>,
): Promise<void> {
  if (!isPostgres(knex)) {
    await migrate(knex);
    return;
  }
  await knex.transaction(async tx => {
    await tx.raw(
      `select pg_advisory_xact_lock(hashtext('maturity migrations'), hashtext(current_schema()))`,
    );
    await migrate(tx);
  }, transactionConfig(knex));
}

/** SQLSTATE classes and codes after which the same call may well succeed. */
const POSTGRES_OUTAGES = [
  /^08/, // connection exceptions
  /^53/, // out of disk, memory or connections
  /^57P/, // shut down, crashed or starting
  /^58/, // system errors, such as failed reads
  /^25006$/, // read-only: talking to a standby
  /^40001$|^40P01$/, // serialization failure and deadlock
  /^55P03$|^57014$/, // lock or statement timeout
];

const SQLITE_OUTAGES =
  /^SQLITE_(BUSY|LOCKED|READONLY|IOERR|FULL|CANTOPEN|NOMEM|PROTOCOL)/;

const NETWORK_OUTAGES =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What drivers and pool say without a code. */
const OUTAGE_MESSAGES =
  /connection terminated|connection ended|not queryable|unable to acquire a connection|database connection is not open|aborted$/i;

/**
 * Whether an error says that the database cannot be reached or cannot write
 * at the moment, as opposed to having refused what was asked of it.
 */
export function isDatabaseOutage(error: unknown): boolean {
  // Errors of native drivers may come from another realm: no `instanceof`.
  if (!isError(error)) {
    return false;
  }
  if (error.name === 'KnexTimeoutError' || error.name === 'AggregateError') {
    return true;
  }
  const { code } = error;
  if (typeof code === 'string') {
    return (
      POSTGRES_OUTAGES.some(pattern => pattern.test(code)) ||
      SQLITE_OUTAGES.test(code) ||
      NETWORK_OUTAGES.test(code)
    );
  }
  return OUTAGE_MESSAGES.test(error.message);
}
