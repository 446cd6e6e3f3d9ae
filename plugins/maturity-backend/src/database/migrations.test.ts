import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import fs from 'node:fs';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from './__testUtils__/contractDatabases';
import { applyMigrations } from './applyMigrations';
import { isPostgres } from './dialect';

const directory = resolvePackagePath(
  '@devops-scorecards/plugin-maturity-backend',
  'migrations',
);
const files = fs.readdirSync(directory).filter(file => file.endsWith('.js'));

async function listSchema(knex: Knex): Promise<string[]> {
  const rows = isPostgres(knex)
    ? await knex('information_schema.columns')
        .where({ table_schema: 'public' })
        .select(
          knex.raw(
            `table_name || '.' || column_name || ' ' || data_type as line`,
          ),
        )
        .union([
          knex('pg_indexes')
            .where({ schemaname: 'public' })
            .select('indexdef as line'),
        ])
    : await knex('sqlite_master')
        .whereNotNull('sql')
        .select(knex.raw(`name || ' ' || sql as line`));
  return rows
    .map((row: { line: string }) => row.line)
    .filter((line: string) => !/knex_migrations|sqlite_sequence/.test(line))
    .sort();
}

describe.each(CONTRACT_DATABASES)('migrations on %s', name => {
  const databases = contractDatabases();

  it('go up and down one by one and leave what was there before', async () => {
    const knex = await databases.createEmpty(name);
    expect(files.length).toBeGreaterThan(0);
    const schemas = [await listSchema(knex)];
    for (const _ of files) {
      await knex.migrate.up({ directory });
      schemas.push(await listSchema(knex));
    }
    for (const _ of files) {
      expect(await listSchema(knex)).toEqual(schemas.pop());
      await knex.migrate.down({ directory });
    }
    expect(await listSchema(knex)).toEqual(schemas.pop());
    expect(await listSchema(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await knex('knowledge').select('*')).toHaveLength(1);
  });

  it('count what sources had brought before, and take the counts back', async () => {
    const knex = await databases.createEmpty(name);
    const before = files.sort().indexOf('20261121100000_operations_facts.js');
    for (const _ of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    await knex('source').insert(
      ['ci', 'idle'].map(source => ({ name: source, created_at: 1 })),
    );
    const { id } = await knex('source').where({ name: 'ci' }).first('id');
    await knex('event_log').insert(
      [10, 20, 30].map((received, index) => ({
        seq: index + 1,
        source_id: id,
        event_source: '/ci',
        event_id: `${index}`,
        type: 'test',
        occurred_at: 1,
        received_at: received,
        aliases: '[]',
        entity_ids: '[]',
        statements: '[]',
        envelope: '{}',
      })),
    );
    await knex('unmapped_event').insert([
      { seq: 1, scheme: 'service', value: 'a' },
      { seq: 1, scheme: 'service', value: 'b' },
      { seq: 2, scheme: 'service', value: 'a' },
    ]);
    await knex('event_conflict').insert({
      seq: 1,
      source_id: id,
      body_hash: 'x',
      event_source: '/ci',
      event_id: '0',
      received_at: 40,
      envelope: '{}',
    });
    const logged = await knex('event_log').orderBy('seq').select('*');
    await knex.migrate.up({ directory });
    const sources = await knex('source').orderBy('name').select('*');
    expect(
      sources.map(source => [
        source.name,
        Number(source.events),
        Number(source.unmapped),
        Number(source.conflicts),
        source.last_received_at && Number(source.last_received_at),
      ]),
    ).toEqual([
      ['ci', 3, 2, 1, 30],
      ['idle', 0, 0, 0, null],
    ]);
    await knex('fact_event').insert(
      ['run', 'incident'].map(kind => ({ kind, fact_id: 1, seq: 1 })),
    );
    await knex.migrate.down({ directory });
    expect(await knex('event_log').orderBy('seq').select('*')).toEqual(logged);
    expect(await knex('fact_event').pluck('kind')).toEqual(['run']);
  });

  it('are recorded in the default table and applied once', async () => {
    const knex = await databases.create(name);
    await applyMigrations(mockServices.database({ knex }));
    expect(await knex('knex_migrations').select('name')).toEqual(
      files.sort().map(file => ({ name: file })),
    );
  });

  it('are left out when the portal says so', async () => {
    const knex = await databases.createEmpty(name);
    await applyMigrations(
      mockServices.database.mock({
        getClient: async () => knex,
        migrations: { skip: true },
      }),
    );
    expect(await knex.schema.hasTable('knowledge')).toBe(false);
  });
});

describe('migrations of replicas that start at the same moment', () => {
  const databases = contractDatabases();

  it('are applied once, by one of them', async () => {
    const knex = await databases.createEmpty('PostgreSQL');
    const replica = knexFactory(knex.client.config);
    try {
      await Promise.all(
        [knex, replica].map(client =>
          applyMigrations(mockServices.database({ knex: client })),
        ),
      );
    } finally {
      await replica.destroy();
    }
    expect(await knex('knex_migrations').pluck('name')).toEqual(files.sort());
  });
});
