import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { applyMigrations } from '../src/database';

/** A database to measure on. */
export interface BenchDatabase {
  name: string;
  /** Version and the settings that decide about its speed. */
  settings: string;
  knex: Knex;
}

/**
 * An empty SQLite file and, where `BENCH_POSTGRES` names one, an empty database
 * of a PostgreSQL.
 */
export async function openDatabases(): Promise<{
  databases: BenchDatabase[];
  close: () => Promise<void>;
}> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'maturity-bench-'));
  const databases = [await openSqlite(directory)];
  const connection = process.env.BENCH_POSTGRES;
  if (connection) {
    databases.push(await openPostgres(connection));
  }
  return {
    databases,
    async close() {
      for (const { knex } of databases) {
        await knex.destroy();
      }
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openSqlite(directory: string): Promise<BenchDatabase> {
  const knex = await applyMigrations(
    mockServices.database({
      knex: knexFactory({
        client: 'better-sqlite3',
        connection: { filename: path.join(directory, 'bench.sqlite') },
        useNullAsDefault: true,
      }),
    }),
  );
  const [{ version }] = await knex.raw('select sqlite_version() as version');
  const [{ journal_mode: journal }] = await knex.raw('pragma journal_mode');
  const [{ synchronous }] = await knex.raw('pragma synchronous');
  return {
    name: 'SQLite file',
    settings: `${version}, journal_mode ${journal}, synchronous ${synchronous}`,
    knex,
  };
}

async function openPostgres(connection: string): Promise<BenchDatabase> {
  const admin = knexFactory({ client: 'pg', connection });
  const name = `bench_${process.pid}`;
  await admin.raw('create database ??', [name]);
  await admin.destroy();
  const url = new URL(connection);
  url.pathname = `/${name}`;
  const knex = await applyMigrations(
    mockServices.database({
      knex: knexFactory({
        client: 'pg',
        connection: url.toString(),
        pool: { min: 0, max: 10 },
      }),
    }),
  );
  const setting = async (key: string) => {
    const { rows } = await knex.raw(`show ${key}`);
    return `${key} ${rows[0][key]}`;
  };
  const settings = [];
  for (const key of [
    'server_version',
    'shared_buffers',
    'fsync',
    'synchronous_commit',
  ]) {
    settings.push(await setting(key));
  }
  return { name: 'PostgreSQL', settings: settings.join(', '), knex };
}
