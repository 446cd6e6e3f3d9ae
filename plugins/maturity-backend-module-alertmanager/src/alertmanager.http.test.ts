import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// The module needs it to run, and only tests run it.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import type { Knex } from 'knex';
import request from 'supertest';
import maturityModuleAlertmanager from '.';
import {
  alertBody,
  notification,
  resolvedBody,
  SECRET,
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

describe('the notifications of Alertmanager, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on PostgreSQL', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  async function start(knex: Knex) {
    const backend = await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleAlertmanager,
        catalogServiceMock.factory({ entities: [payments] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: {
                alertmanager: { entities: ['*'], webhookSecret: SECRET },
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
      deliver: (body: object, secret = SECRET) =>
        request(backend.server)
          .post('/api/maturity/v1/hooks/alertmanager')
          .set('Authorization', `Bearer ${secret}`)
          .send(body),
    };
  }

  it.each(databases.eachSupportedId())(
    'are alerts of their entity, each once, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { deliver, stop } = await start(knex);
      const firing = notification([alertBody()]);

      const refused = await deliver(firing, 'a-wrong-one');
      expect(refused.status).toBe(401);
      expect(await knex('event_log').select('seq')).toEqual([]);

      const first = await deliver(firing);
      expect(first.status).toBe(202);
      expect(first.body).toMatchObject({
        stored: 1,
        results: [{ entityRef: 'component:default/payments' }],
      });
      const [open] = await knex('alert').select();
      expect(open).toMatchObject({
        key: 'a1bc48475b20e73d 2026-11-20T07:00:00.123Z',
        alert_key: 'a1bc48475b20e73d',
        name: 'PaymentsDown',
        severity: 'critical',
        resolved_at: null,
        is_open: 1,
      });

      // Again after repeat_interval, with another description.
      const repeated = await deliver(
        notification([
          alertBody({ annotations: { summary: 'still no payment' } }),
        ]),
      );
      expect(repeated.body).toMatchObject({
        stored: 0,
        duplicates: 1,
        conflicts: 0,
      });

      // A group that goes on firing for the sake of another alert.
      const mixed = await deliver(
        notification([
          resolvedBody(),
          { ...alertBody(), startsAt: 'never' },
          alertBody({
            fingerprint: 'c2ea85182f28cbd9',
            labels: { alertname: 'QueueFull', severity: 'warning' },
          }),
        ]),
      );
      expect(mixed.status).toBe(202);
      expect(mixed.body).toMatchObject({ stored: 3, refused: 0 });

      const alerts = await knex('alert').select().orderBy('id');
      expect(
        alerts.map(({ name, is_open, resolved_at }) => ({
          name,
          open: is_open,
          resolvedAt: resolved_at === null ? null : Number(resolved_at),
        })),
      ).toEqual([
        {
          name: 'PaymentsDown',
          open: 0,
          resolvedAt: Date.parse('2026-11-20T07:30:00.500Z'),
        },
        { name: 'QueueFull', open: 1, resolvedAt: null },
      ]);
      const attributed = await knex('alert_entity')
        .join('entity', 'entity.id', 'alert_entity.entity_id')
        .select('alert_entity.alert_id', 'entity.ref');
      expect(attributed).toEqual([
        { alert_id: alerts[0].id, ref: 'component:default/payments' },
      ]);
      const log = await knex('event_log').select('type').orderBy('seq');
      expect(log.map(({ type }) => type)).toEqual([
        'io.prometheus.alert.firing',
        'io.prometheus.alert.resolved',
        'io.prometheus.alert.unreadable',
        'io.prometheus.alert.firing',
      ]);
      expect(await knex('event_conflict').select('id')).toEqual([]);
      // A body of many alerts is kept once.
      expect(await knex('event_raw').select('seq').orderBy('seq')).toHaveLength(
        2,
      );
      await stop();
    },
  );
});
