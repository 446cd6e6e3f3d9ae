import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// The module needs it to run, and only tests run it.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import request from 'supertest';
import maturityModuleJenkins from '.';
import {
  cloudEvent,
  FINISHED_AT,
  notification,
  SECRET,
  SHA,
  STARTED_AT,
} from './__testUtils__/jenkinsEvents';

jest.setTimeout(120_000);

const payments = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    namespace: 'default',
    name: 'payments',
    annotations: { 'jenkins.io/job-full-name': 'main-ci:acme/payments' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
};

describe('the builds of Jenkins, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on PostgreSQL', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  async function start(knex: Knex) {
    const backend = await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleJenkins,
        catalogServiceMock.factory({ entities: [payments] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: {
                jenkins: {
                  entities: ['*'],
                  webhookSecret: SECRET,
                  deployments: [
                    { job: 'acme/payments', environment: 'production' },
                  ],
                },
              },
            },
          },
        }),
      ],
    });
    // Until the catalog was read, names stand for nobody.
    while ((await knex('alias').select('seq')).length === 0) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    return {
      stop: () => backend.stop(),
      deliver: ({ headers, rawBody }: WebhookRequest) =>
        request(backend.server)
          .post('/api/maturity/v1/hooks/jenkins')
          .set(headers as Record<string, string>)
          .send(rawBody.toString()),
    };
  }

  it.each(databases.eachSupportedId())(
    'are runs and deployments of their entity, each once, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { deliver, stop } = await start(knex);

      const wrong = cloudEvent('COMPLETED');
      wrong.headers.authorization = 'Bearer a-wrong-one';
      expect((await deliver(wrong)).status).toBe(401);
      expect(await knex('event_log').select('seq')).toEqual([]);

      // The end arrives first, and the queue is told by the other plugin.
      const messages = [
        cloudEvent('COMPLETED', { status: 'FAILURE' }),
        cloudEvent('STARTED'),
        notification('QUEUED'),
      ];
      for (const message of messages) {
        const { status, body } = await deliver(message);
        expect([status, body]).toMatchObject([
          202,
          {
            stored: 1,
            results: [{ entityRef: 'component:default/payments' }],
          },
        ]);
      }
      for (const message of messages) {
        expect((await deliver(message)).body).toMatchObject({
          stored: 0,
          duplicates: 1,
          conflicts: 0,
        });
      }

      const [run, ...others] = await knex('run').select();
      expect(others).toEqual([]);
      expect(run).toMatchObject({
        key: 'https://ci.example.com/job/acme/job/payments/13 queue 25',
        pipeline: 'acme/payments',
        branch: 'main',
        trunk: 1,
        commit: SHA,
        outcome: 'failure',
      });
      const times = ['queued_at', 'started_at', 'finished_at'];
      expect(times.map(time => Number(run[time]))).toEqual([
        STARTED_AT - 30_000,
        STARTED_AT,
        FINISHED_AT,
      ]);
      const deployments = await knex('deployment').select();
      expect(deployments).toMatchObject([
        {
          environment: 'production',
          tier: 'production',
          execution: 'pipeline',
          started_by: null,
          run: run.key,
          outcome: 'failure',
        },
      ]);
      for (const kind of ['run', 'deployment']) {
        const owners = await knex(`${kind}_entity`)
          .join('entity', 'entity.id', `${kind}_entity.entity_id`)
          .select('entity.ref');
        expect(owners).toEqual([{ ref: 'component:default/payments' }]);
      }
      const log = await knex('event_log').select('*').orderBy('seq');
      expect(log.map(({ type }) => type)).toEqual([
        'org.jenkinsci.job.completed',
        'org.jenkinsci.job.started',
        'org.jenkinsci.notification.queued',
      ]);
      expect(JSON.stringify(log)).not.toMatch(/SYSTEM|ada|culprits/);
      expect(await knex('event_conflict').select('id')).toEqual([]);
      await stop();
    },
  );
});
