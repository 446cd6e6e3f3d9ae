import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { DemoStateStore } from './DemoStateStore';

jest.setTimeout(60_000);

const FIRST = {
  seed: 42,
  anchor: 1_763_568_000_000,
  timeZone: 'Asia/Shanghai',
};

describe('DemoStateStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('is tested on PostgreSQL', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  async function setUp(databaseId: TestDatabaseId) {
    const knex = await databases.init(databaseId);
    const database = mockServices.database({ knex });
    return { knex, create: () => DemoStateStore.create({ database }) };
  }

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    it('keeps what the first start decided', async () => {
      const { create } = await setUp(databaseId);
      const store = await create();
      expect(await store.begin(FIRST)).toEqual({
        ...FIRST,
        loadedAt: undefined,
      });

      const again = await create();
      await again.finish(FIRST.anchor + 5);
      expect(
        await again.begin({ seed: 1, anchor: 2, timeZone: 'UTC' }),
      ).toEqual({ ...FIRST, loadedAt: FIRST.anchor + 5 });
    });

    it('keeps up to when it was topped up', async () => {
      const { create } = await setUp(databaseId);
      const store = await create();
      expect(await store.read()).toBeUndefined();
      await store.begin(FIRST);
      expect((await store.read())?.toppedUpTo).toBeUndefined();
      await store.topUp(FIRST.anchor + 86_400_000);
      expect(await store.read()).toEqual({
        ...FIRST,
        loadedAt: undefined,
        toppedUpTo: FIRST.anchor + 86_400_000,
      });
    });

    it('keeps the state of a version that did not top up', async () => {
      const { knex, create } = await setUp(databaseId);
      await (await create()).begin(FIRST);
      const config = {
        directory: resolvePackagePath(
          '@devops-scorecards/plugin-maturity-backend-module-demo',
          'migrations',
        ),
        tableName: 'maturity_demo_knex_migrations',
      };
      await knex.migrate.down(config);
      expect(await knex.schema.hasColumn('demo_state', 'topped_up_to')).toBe(
        false,
      );
      expect(await (await create()).read()).toEqual({
        ...FIRST,
        loadedAt: undefined,
        toppedUpTo: undefined,
      });
    });

    it('lets one of several replicas decide', async () => {
      const { create } = await setUp(databaseId);
      const store = await create();
      const states = await Promise.all(
        [1, 2, 3, 4].map(seed => store.begin({ ...FIRST, seed })),
      );
      expect(new Set(states.map(({ seed }) => seed)).size).toBe(1);
    });

    it('leaves nothing behind when migrated down', async () => {
      const { knex, create } = await setUp(databaseId);
      await create();
      expect(await knex.schema.hasTable('demo_state')).toBe(true);
      await knex.migrate.rollback(
        {
          directory: resolvePackagePath(
            '@devops-scorecards/plugin-maturity-backend-module-demo',
            'migrations',
          ),
          tableName: 'maturity_demo_knex_migrations',
        },
        true,
      );
      expect(await knex.schema.hasTable('demo_state')).toBe(false);
    });
  });
});
