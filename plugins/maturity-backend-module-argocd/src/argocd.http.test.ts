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
import maturityModuleArgocd from '.';
import {
  DIGEST,
  FINISHED_AT,
  healthOf,
  notification,
  RUNNING,
  SECRET,
  SHA,
  STARTED_AT,
  UID,
} from './__testUtils__/applications';

jest.setTimeout(120_000);

const payments = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    namespace: 'default',
    name: 'payments',
    annotations: {
      'argocd/app-name': 'payments-staging, payments-production',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
};

describe('the notifications of Argo CD, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on PostgreSQL', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  async function start(knex: Knex) {
    const backend = await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleArgocd,
        catalogServiceMock.factory({ entities: [payments] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: { argocd: { entities: ['*'], webhookSecret: SECRET } },
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
          .post('/api/maturity/v1/hooks/argocd')
          .set(headers as Record<string, string>)
          .send(rawBody.toString()),
    };
  }

  it.each(databases.eachSupportedId())(
    'are deployments of their entity, each once, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { deliver, stop } = await start(knex);

      const wrong = notification();
      wrong.headers.authorization = 'Bearer a-wrong-one';
      expect((await deliver(wrong)).status).toBe(401);
      expect(await knex('event_log').select('seq')).toEqual([]);

      const operation = { initiatedBy: { username: 'ada' } };
      // The end arrives before the begin.
      const events = [
        notification({ operation }),
        notification({ ...RUNNING, operation }),
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
      // Rendered anew, after the images and the history changed.
      const again = notification({
        operation,
        status: {
          ...healthOf('Healthy', '2026-11-20T07:52:00Z').status,
          summary: { images: [] },
          history: [],
        },
      });
      for (const event of [...events, again]) {
        expect((await deliver(event)).body).toMatchObject({
          stored: 0,
          duplicates: 1,
          conflicts: 0,
        });
      }

      // No database keeps this text, which must not look like a fault of ours.
      const unkept = await deliver(
        notification({
          metadata: {
            name: 'other',
            namespace: 'argocd',
            uid: 'other',
            annotations: {},
            labels: { env: 'a\u0000b' },
          },
        }),
      );
      expect(unkept.status).toBe(400);
      expect(unkept.body.results[0].message).toContain(
        'environment of the deployment has a NUL character',
      );

      const deployments = await knex('deployment').select();
      expect(deployments).toMatchObject([
        {
          key: `argocd/payments-production 2026-11-20T07:50:00.000Z ${UID}`,
          environment: 'production',
          tier: 'production',
          service: 'payments-production',
          commit: SHA,
          artifact: DIGEST,
          execution: 'pipeline',
          started_by: 'person',
          purpose: null,
          outcome: 'success',
          is_open: 0,
        },
      ]);
      const [{ started_at: startedAt, finished_at: finishedAt }] = deployments;
      expect([Number(startedAt), Number(finishedAt)]).toEqual([
        STARTED_AT,
        FINISHED_AT,
      ]);
      const owners = await knex('deployment_entity')
        .join('entity', 'entity.id', 'deployment_entity.entity_id')
        .select('entity.ref');
      expect(owners).toEqual([{ ref: 'component:default/payments' }]);
      const log = await knex('event_log').select('*').orderBy('seq');
      expect(log.map(({ type }) => type)).toEqual([
        'io.argoproj.sync.succeeded',
        'io.argoproj.sync.running',
      ]);
      expect(JSON.stringify(log)).not.toContain('ada');
      expect(await knex('event_conflict').select('id')).toEqual([]);
      await stop();
    },
  );
});
