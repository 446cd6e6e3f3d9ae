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
// Deliveries go over HTTP; only tests need the backend itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import request from 'supertest';
import maturityModuleGithub from '..';
import { signedDelivery } from '../__testUtils__/samples';
import { githubServer } from './__testUtils__/githubServer';
import { repository, workflowRun } from './__testUtils__/restSamples';

jest.setTimeout(120_000);

const SECRET = 'the secret of the webhook';
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const DATABASES = ['POSTGRES_18', 'SQLITE_3'] as const;

describe('what is pulled from GitHub beside its webhooks', () => {
  const databases = TestDatabases.create({ ids: [...DATABASES] });

  it('runs on PostgreSQL too', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  it.each(DATABASES)('is the same facts, on %s', async databaseId => {
    const knex = await databases.init(databaseId);
    const start = Math.floor(Date.now() / 1000) * 1000;
    const run = { id: 7, createdAt: start - DAY_MS };
    const github = await githubServer({
      runs: [run, { id: 8, createdAt: start - 2 * DAY_MS }],
      deployments: [],
      requests: [
        {
          number: 3,
          createdAt: start - 3 * DAY_MS,
          updatedAt: start - DAY_MS,
          mergedAt: start - DAY_MS,
          state: 'closed',
          commits: [start - 4 * DAY_MS],
        },
      ],
    });
    const scheduler = mockServices.scheduler();
    const { server } = await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleGithub,
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
              metadata: {
                name: 'shop',
                annotations: {
                  'github.com/project-slug': 'acme/shop',
                  'backstage.io/source-location': `url:http://${github.host}/acme/shop/`,
                },
              },
              spec: { type: 'service', lifecycle: 'production', owner: 'team' },
            },
          ],
        }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host: github.host,
                  apiBaseUrl: `${github.url}/api/v3`,
                  token: 'token',
                },
              ],
            },
            maturity: {
              sources: {
                github: {
                  entities: ['*'],
                  webhookSecret: SECRET,
                  staleAfter: 'PT6H',
                  pull: { every: 'PT1H' },
                },
              },
            },
          },
        }),
      ],
    });
    try {
      const name = `${github.host}/acme/shop`;
      while ((await knex('alias').where({ value: name })).length === 0) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      const delivery = signedDelivery(
        {
          event: 'workflow_run',
          body: JSON.stringify({
            action: 'completed',
            workflow: { name: 'Build' },
            workflow_run: workflowRun(run),
            repository: {
              ...repository(),
              html_url: `http://${github.host}/Acme/Shop`,
            },
          }),
        },
        { secret: SECRET },
      );
      const answer = await request(server)
        .post('/api/maturity/v1/hooks/github')
        .set(delivery.headers as Record<string, string>)
        .send(delivery.rawBody.toString());
      expect([answer.status, answer.body]).toEqual([
        202,
        expect.objectContaining({ stored: 1 }),
      ]);

      await scheduler.triggerTask('maturity-pull');

      expect(
        await knex('pull_stream')
          .orderBy('stream')
          .select('stream', 'state', 'last_error', 'refused'),
      ).toEqual(
        ['deployments', 'pull-requests', 'runs'].map(kind => ({
          stream: `${name} ${kind}`,
          state: 'current',
          last_error: null,
          refused: databaseId === 'POSTGRES_18' ? '0' : 0,
        })),
      );
      // One fact of two events: a webhook's and a pull's.
      const facts = await knex('run').orderBy('key').select('id', 'key');
      expect(facts.map(({ key }) => key)).toEqual(['7', '8']);
      expect(
        await knex('fact_event').where({ kind: 'run', fact_id: facts[0].id }),
      ).toHaveLength(2);
      expect(await knex('event_conflict')).toEqual([]);
      const [change] = await knex('change').select('*');
      expect(change).toMatchObject({ key: 'acme/shop#3', commits: 1 });
      expect(Number(change.first_commit_at)).toBe(start - 4 * DAY_MS);

      const { id } = await knex('entity')
        .where({ ref: 'component:default/shop' })
        .first('id');
      expect(await knex('run_entity').where({ entity_id: id })).toHaveLength(2);
      const bindings = await knex('source_binding')
        .where({ entity_id: id })
        .groupBy('kind')
        .orderBy('kind')
        .select('kind', knex.raw('min(since) as since'));
      // No deployment was found, so they may be made elsewhere.
      expect(bindings.map(({ kind }) => kind)).toEqual(['change', 'run']);
      for (const { since } of bindings) {
        expect(Math.abs(Number(since) - (start - 90 * DAY_MS))).toBeLessThan(
          HOUR_MS,
        );
      }
      expect(await knex('source_heartbeat')).toHaveLength(1);

      // Asked again before it is due, it asks nobody.
      github.seen.length = 0;
      await scheduler.triggerTask('maturity-pull');
      expect(github.seen).toEqual([]);
      // Due, it finds what it has.
      const { n: before } = (await knex('event_log').count({ n: '*' }))[0];
      await knex('pull_stream').update({ next_at: 0 });
      await scheduler.triggerTask('maturity-pull');
      expect(github.seen.length).toBeGreaterThan(0);
      expect((await knex('event_log').count({ n: '*' }))[0].n).toEqual(before);
    } finally {
      await github.close();
    }
  });
});
