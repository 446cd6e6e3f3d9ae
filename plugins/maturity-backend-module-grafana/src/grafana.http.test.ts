import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// The module needs it to run, and only tests run it.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import maturityModuleAlertmanager from '@devops-scorecards/plugin-maturity-backend-module-alertmanager';
import type { Knex } from 'knex';
import request from 'supertest';
import maturityModuleGrafana from '.';
import {
  alertBody,
  notification,
  SECRET,
  signatureOf,
  TIMESTAMP_HEADER,
} from './__testUtils__/notifications';

jest.setTimeout(120_000);

const payments = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    namespace: 'default',
    name: 'payments',
    annotations: { 'grafana/alert-label-selector': 'service=payments' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
};

describe('the notifications of Grafana, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on PostgreSQL', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  async function start(knex: Knex) {
    const backend = await startTestBackend({
      features: [
        maturityPlugin,
        // Both may be installed.
        maturityModuleAlertmanager,
        maturityModuleGrafana,
        catalogServiceMock.factory({ entities: [payments] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: {
                grafana: {
                  entities: ['*'],
                  webhookSecret: SECRET,
                  timestampHeader: TIMESTAMP_HEADER,
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
      deliver: (body: object, secret = SECRET) => {
        const text = JSON.stringify(body);
        const seconds = Math.floor(Date.now() / 1000);
        return request(backend.server)
          .post('/api/maturity/v1/hooks/grafana')
          .set('Content-Type', 'application/json')
          .set(signatureOf(text, { secret, seconds }))
          .send(text);
      },
    };
  }

  it.each(databases.eachSupportedId())(
    'are alerts of their entity, each once, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { deliver, stop } = await start(knex);
      const firing = notification([alertBody()]);

      expect((await deliver(firing, 'a-wrong-one')).status).toBe(401);
      expect(await knex('event_log').select('seq')).toEqual([]);

      const first = await deliver(firing);
      expect(first.status).toBe(202);
      expect(first.body).toMatchObject({
        stored: 1,
        results: [{ entityRef: 'component:default/payments' }],
      });
      expect((await deliver(firing)).body).toMatchObject({
        stored: 0,
        duplicates: 1,
      });
      const test = await deliver(
        notification([
          alertBody({
            fingerprint: '57c6d9296de2ad39',
            labels: { alertname: 'TestAlert', instance: 'Grafana' },
          }),
        ]),
      );
      expect(test.body.results).toMatchObject([{ status: 'stored-no-fact' }]);
      await deliver(
        notification(
          [
            alertBody({
              status: 'resolved',
              endsAt: '2026-11-20T09:20:00+02:00',
            }),
          ],
          { status: 'resolved', state: 'ok' },
        ),
      );

      const alerts = await knex('alert').select();
      expect(alerts).toHaveLength(1);
      expect(alerts[0]).toMatchObject({
        key: 'c6eadffa33fcdf37 2026-11-20T07:00:10.157Z',
        name: 'High error rate',
        severity: 'critical',
        is_open: 0,
      });
      expect(Number(alerts[0].started_at)).toBe(
        Date.parse('2026-11-20T07:00:10.157Z'),
      );
      expect(Number(alerts[0].resolved_at)).toBe(
        Date.parse('2026-11-20T07:20:00Z'),
      );
      const attributed = await knex('alert_entity')
        .join('entity', 'entity.id', 'alert_entity.entity_id')
        .select('entity.ref');
      expect(attributed).toEqual([{ ref: 'component:default/payments' }]);
      const log = await knex('event_log').select('type').orderBy('seq');
      expect(log.map(({ type }) => type)).toEqual([
        'com.grafana.alert.firing',
        'com.grafana.alert.firing',
        'com.grafana.alert.resolved',
      ]);
      await stop();
    },
  );
});
