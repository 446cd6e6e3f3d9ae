import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { applyMigrations } from '../applyMigrations';

/** Every kind of database that is promised to work. */
export type ContractDatabase = 'PostgreSQL' | 'SQLite' | 'SQLite file';

/** All of {@link ContractDatabase}, for `describe.each`. */
export const CONTRACT_DATABASES: ContractDatabase[] = [
  'PostgreSQL',
  'SQLite',
  'SQLite file',
];

/**
 * Databases for contract tests, one fresh one at each call; they go away
 * after the tests. Call it at the top of a test file.
 */
export function contractDatabases() {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  const cleanups: (() => Promise<void>)[] = [];

  afterAll(async () => {
    for (const cleanup of cleanups) {
      await cleanup();
    }
  });

  async function createFile(): Promise<Knex> {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'maturity-'));
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path.join(directory, 'maturity.sqlite') },
      useNullAsDefault: true,
    });
    cleanups.push(async () => {
      await knex.destroy();
      fs.rmSync(directory, { recursive: true, force: true });
    });
    return knex;
  }

  /** An empty database. */
  async function createEmpty(name: ContractDatabase): Promise<Knex> {
    if (name === 'SQLite file') {
      return await createFile();
    }
    const id = name === 'PostgreSQL' ? 'POSTGRES_18' : 'SQLITE_3';
    if (!databases.supports(id)) {
      throw new Error(
        `The tests need ${name}; run them through the repository's jest configuration, which starts one`,
      );
    }
    return await databases.init(id);
  }

  /** A database with all tables. */
  async function create(name: ContractDatabase): Promise<Knex> {
    const knex = await createEmpty(name);
    return await applyMigrations(mockServices.database({ knex }));
  }

  return { create, createEmpty };
}
