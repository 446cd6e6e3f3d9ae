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
import maturityModuleTekton from '.';
import {
  delivery,
  FINISHED_AT,
  PUSHED,
  runEvent,
  SECRET,
  SHA,
  STARTED_AT,
  UID,
} from './__testUtils__/tektonEvents';

jest.setTimeout(120_000);

const payments = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    namespace: 'default',
    name: 'payments',
    annotations: { 'backstage.io/kubernetes-id': 'payments' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
};

const metadata = {
  labels: { 'backstage.io/kubernetes-id': 'payments' },
  annotations: { ...PUSHED, 'devops-scorecards.io/environment': 'production' },
};

describe('the CloudEvents of Tekton, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on PostgreSQL', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  async function start(knex: Knex) {
    const backend = await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleTekton,
        catalogServiceMock.factory({ entities: [payments] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: { tekton: { entities: ['*'], webhookSecret: SECRET } },
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
          .post('/api/maturity/v1/hooks/tekton')
          .set(headers as Record<string, string>)
          .send(rawBody.toString()),
    };
  }

  it.each(databases.eachSupportedId())(
    'are runs and deployments of their entity, each once, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { deliver, stop } = await start(knex);

      const wrong = runEvent('successful', { metadata });
      wrong.headers.authorization = 'Bearer a-wrong-one';
      expect((await deliver(wrong)).status).toBe(401);
      expect(await knex('event_log').select('seq')).toEqual([]);

      // The end arrives first; the last one is sent anew by a new controller.
      const events = [
        runEvent('successful', { metadata }),
        runEvent('started', { metadata }),
        runEvent('successful', { metadata }, 'sent by a new controller'),
      ];
      for (const event of events) {
        const { status, body } = await deliver(event);
        expect([status, body]).toMatchObject([
          202,
          {
            stored: 1,
            results: [{ entityRef: 'component:default/payments' }],
          },
        ]);
      }
      for (const event of events) {
        expect((await deliver(event)).body).toMatchObject({
          stored: 0,
          duplicates: 1,
          conflicts: 0,
        });
      }
      const task = await deliver(
        delivery(
          { taskRun: {} },
          { 'ce-id': 'task', 'ce-type': 'dev.tekton.event.taskrun.failed.v1' },
        ),
      );
      expect(task.body.results).toMatchObject([{ status: 'stored-no-fact' }]);

      const [run, ...others] = await knex('run').select();
      expect(others).toEqual([]);
      expect(run).toMatchObject({
        key: UID,
        pipeline: 'acme/payments / on-push',
        branch: 'main',
        trunk: 1,
        commit: SHA,
        trigger: 'push',
        outcome: 'success',
      });
      const times = ['started_at', 'finished_at'];
      expect(times.map(time => Number(run[time]))).toEqual([
        STARTED_AT,
        FINISHED_AT,
      ]);
      expect(await knex('deployment').select()).toMatchObject([
        {
          key: UID,
          environment: 'production',
          tier: 'production',
          execution: 'pipeline',
          started_by: 'machine',
          run: UID,
          outcome: 'success',
        },
      ]);
      for (const kind of ['run', 'deployment']) {
        const owners = await knex(`${kind}_entity`)
          .join('entity', 'entity.id', `${kind}_entity.entity_id`)
          .select('entity.ref');
        expect(owners).toEqual([{ ref: 'component:default/payments' }]);
      }
      const log = await knex('event_log').select('*').orderBy('seq');
      expect(log.map(({ event_id: id }) => id)).toEqual([
        'id of successful',
        'id of started',
        'sent by a new controller',
        'task',
      ]);
      expect(JSON.stringify(log)).not.toMatch(/ada|a parameter/);
      expect(await knex('event_conflict').select('id')).toEqual([]);
      await stop();
    },
  );
});
