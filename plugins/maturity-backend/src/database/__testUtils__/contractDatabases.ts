import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { copyPostgres, sqliteClient, sqliteTemplate } from './migratedCopies';

/** Every kind of database that is promised to work. */
export type ContractDatabase = 'PostgreSQL' | 'SQLite' | 'SQLite file';

/**
 * For `describe.each`: PostgreSQL, and SQLite as a portal runs it. What is kept
 * in memory is the same SQLite; tests of one database alone take that.
 */
export const CONTRACT_DATABASES: ContractDatabase[] = [
  'PostgreSQL',
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

  function createFile(template?: string): Knex {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'maturity-'));
    const filename = path.join(directory, 'maturity.sqlite');
    if (template) {
      fs.copyFileSync(template, filename);
    }
    const knex = sqliteClient(filename);
    cleanups.push(async () => {
      await knex.destroy();
      fs.rmSync(directory, { recursive: true, force: true });
    });
    return knex;
  }

  /** An empty database. */
  async function createEmpty(name: ContractDatabase): Promise<Knex> {
    if (name === 'SQLite file') {
      return createFile();
    }
    const id = name === 'PostgreSQL' ? 'POSTGRES_18' : 'SQLITE_3';
    requireSupport(id);
    return await databases.init(id);
  }

  /** A database with all tables. */
  async function create(name: ContractDatabase): Promise<Knex> {
    if (name === 'PostgreSQL') {
      requireSupport('POSTGRES_18');
      const { knex, remove } = await copyPostgres();
      cleanups.push(remove);
      return knex;
    }
    const template = await sqliteTemplate();
    if (name === 'SQLite file') {
      return createFile(template);
    }
    const knex = sqliteClient(fs.readFileSync(template));
    cleanups.push(() => knex.destroy());
    return knex;
  }

  function requireSupport(id: TestDatabaseId): void {
    if (!databases.supports(id)) {
      throw new Error(
        `The tests need ${id}; run them through the repository's jest configuration, which starts one`,
      );
    }
  }

  return { create, createEmpty };
}
