import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { applyMigrations } from '../applyMigrations';

const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Any number; the tests that make a template take turns on it. */
const TEMPLATE_LOCK = 7_301_226;

/** The same for the same migrations, so that a template outlives a test file. */
function templateName(): string {
  const directory = resolvePackagePath(
    '@devops-scorecards/plugin-maturity-backend',
    'migrations',
  );
  const hash = createHash('sha256');
  for (const file of fs.readdirSync(directory).sort()) {
    hash.update(file).update(fs.readFileSync(path.join(directory, file)));
  }
  return `maturity_${hash.digest('hex').slice(0, 16)}`;
}

/** A file with all tables, made by whichever test asks first. */
export async function sqliteTemplate(): Promise<string> {
  const template = path.join(
    os.tmpdir(),
    `${templateName()}_${process.getuid?.() ?? 0}.sqlite`,
  );
  if (!fs.existsSync(template)) {
    const filename = `${template}.${randomUUID()}`;
    const knex = sqliteClient(filename);
    try {
      await applyMigrations(mockServices.database({ knex }));
    } finally {
      await knex.destroy();
    }
    fs.renameSync(filename, template);
  }
  return template;
}

/** A client of a file, or of the bytes of one that it keeps in memory. */
export function sqliteClient(filename: string | Buffer): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename: filename as string },
    useNullAsDefault: true,
    pool: {
      // As a throw-away PostgreSQL: what a crash of the machine would lose.
      afterCreate(connection: any, done: (error: unknown) => void) {
        connection.pragma('synchronous = off');
        done(undefined);
      },
    },
  });
}

/**
 * A PostgreSQL database with all tables, copied from one that was migrated
 * once for all tests.
 */
export async function copyPostgres(): Promise<{
  knex: Knex;
  remove(): Promise<void>;
}> {
  const template = templateName();
  const name = `maturity_${randomUUID().replace(/-/g, '')}`;
  await asAdministrator(async admin => {
    await admin.transaction(async turn => {
      await turn.raw('select pg_advisory_xact_lock(?)', [TEMPLATE_LOCK]);
      const known = await admin('pg_database').where({ datname: template });
      if (known.length === 0) {
        await createTemplate(admin, template);
      }
    });
    await admin.raw('create database ?? template ??', [name, template]);
  });
  const knex = postgresClient(name, { min: 0, max: 50 });
  return {
    knex,
    async remove() {
      await knex.destroy();
      await asAdministrator(admin =>
        admin.raw('drop database ?? with (force)', [name]),
      );
    },
  };
}

async function createTemplate(admin: Knex, template: string): Promise<void> {
  const making = `${template}_making`;
  await admin.raw('drop database if exists ??', [making]);
  await admin.raw('create database ??', [making]);
  const knex = postgresClient(making);
  try {
    await applyMigrations(mockServices.database({ knex }));
  } finally {
    await knex.destroy();
  }
  await admin.raw('alter database ?? rename to ??', [making, template]);
}

async function asAdministrator(work: (admin: Knex) => Promise<unknown>) {
  const admin = postgresClient('postgres', { min: 0, max: 2 });
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}

function postgresClient(database: string, pool?: Knex.PoolConfig): Knex {
  const url = new URL(process.env[CONNECTION]!);
  url.pathname = database;
  return knexFactory({ client: 'pg', connection: url.href, pool });
}
