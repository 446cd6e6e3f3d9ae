import path from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// Only tests need the backend itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import maturityModuleGit from '.';
import {
  initRepository,
  temporaryDirectory,
} from './__testUtils__/repositories';

jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const DATABASES = ['POSTGRES_18', 'SQLITE_3'] as const;

describe('git repositories in the portal', () => {
  const databases = TestDatabases.create({ ids: [...DATABASES] });
  const root = temporaryDirectory();

  it('runs on PostgreSQL too', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  it.each(DATABASES)(
    'become facts of their entity, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const start = Math.floor(Date.now() / 1000) * 1000;
      const tree = initRepository(path.join(root, databaseId));
      const sha = tree.commit({ subject: 'Fix the till', at: start - DAY_MS });
      tree.tag('v1.0', { message: 'First', at: start - DAY_MS / 2 });
      const scheduler = mockServices.scheduler();
      await startTestBackend({
        features: [
          maturityPlugin,
          maturityModuleGit,
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
          catalogServiceMock.factory({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: { name: 'shop' },
                spec: {
                  type: 'service',
                  lifecycle: 'production',
                  owner: 'team',
                },
              },
            ],
          }),
          mockServices.database.factory({ knex }),
          mockServices.rootConfig.factory({
            data: {
              maturity: {
                privacy: { authorKey: 'the key of authors' },
                sources: {
                  git: {
                    entities: ['component:default/*'],
                    cacheDirectory: path.join(root, `cache ${databaseId}`),
                    pull: {},
                    repositories: [
                      {
                        path: tree.directory,
                        entityRef: 'component:default/shop',
                        deployments: { tags: 'v*', environment: 'production' },
                      },
                    ],
                  },
                },
              },
            },
          }),
        ],
      });
      while ((await knex('entity')).length === 0) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      await scheduler.triggerTask('maturity-pull');

      expect(await knex('pull_stream').select('state', 'last_error')).toEqual([
        { state: 'current', last_error: null },
      ]);
      const [change] = await knex('change').select('*');
      expect(change).toMatchObject({
        merge_sha: sha,
        branch: 'main',
        title: 'Fix the till',
        author: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
      expect(
        await knex('deployment').select('version', 'tier', 'commit'),
      ).toEqual([{ version: 'v1.0', tier: 'production', commit: sha }]);
      const { id } = await knex('entity').first('id');
      for (const kind of ['change', 'deployment']) {
        expect(
          await knex(`${kind}_entity`).where({ entity_id: id }),
        ).toHaveLength(1);
        const [{ since }] = await knex('source_binding')
          .where({ entity_id: id, kind })
          .select(knex.raw('min(since) as since'));
        expect(Number(since)).toBeLessThan(start - 89 * DAY_MS);
      }
      expect(JSON.stringify(await knex('event_log').select('*'))).not.toMatch(
        /octo@acme|Octo Cat/,
      );
    },
  );
});
