import { TestDatabases } from '@backstage/backend-test-utils';
import {
  actionBody,
  delivery,
  escalateBody,
  START,
} from './__testUtils__/deliveries';
import { startPortal } from './testing/startPortal';

jest.setTimeout(120_000);

const SECRET = 'the secret of the webhook';
const MINUTE = 60_000;
const annotations = { 'opsgenie.com/team': 'payments-team' };

describe('the webhooks of Opsgenie, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on both databases', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  it.each(databases.eachSupportedId())(
    'are stored once, as an alert and an incident of their entity, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { send, count } = await startPortal({
        knex,
        annotations,
        opsgenie: { webhookSecret: SECRET, incidentPriorities: ['P1'] },
      });
      const story = [
        actionBody('Create'),
        actionBody('Acknowledge', { at: 3 }),
        actionBody('UnAcknowledge', { at: 5 }),
        actionBody('Acknowledge', { at: 6 }),
        actionBody('Close', { at: 20 }),
      ];

      const refused = await send(delivery(story[0], 'a wrong secret'));
      expect(refused.status).toBe(401);
      expect(await count('event_log')).toBe(0);
      expect(await count('alert')).toBe(0);

      for (const body of [...story].reverse()) {
        const { status, body: answer } = await send(delivery(body, SECRET));
        expect([status, answer.results?.[0]]).toEqual([
          202,
          expect.objectContaining({
            status: 'stored',
            entityRef: 'component:default/payments',
          }),
        ]);
      }
      const again = await send(delivery(story[0], SECRET));
      expect([again.status, again.body.duplicates]).toEqual([202, 1]);

      const log = await knex('event_log').orderBy('seq');
      expect(log.map(({ type }) => type)).toEqual([
        'com.opsgenie.Close',
        'com.opsgenie.Acknowledge',
        'com.opsgenie.UnAcknowledge',
        'com.opsgenie.Acknowledge',
        'com.opsgenie.Create',
      ]);
      expect(JSON.stringify(log)).not.toMatch(/ada/i);
      expect(await count('event_conflict')).toBe(0);

      const alerts = await knex('alert');
      expect(alerts).toHaveLength(1);
      expect(alerts[0]).toMatchObject({
        key: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1762135200104',
        alert_key: 'refunds-fail',
        name: 'Refunds fail',
        severity: 'critical',
      });
      const incidents = await knex('incident');
      expect(incidents).toHaveLength(1);
      expect(incidents[0]).toMatchObject({
        title: 'Refunds fail',
        severity: 'critical',
        detected_by: 'monitoring',
        started_at: null,
        alert_key: 'refunds-fail',
      });
      const first = START + 3 * MINUTE;
      const last = START + 20 * MINUTE;
      const timesOf = (row: Record<string, unknown>, ...names: string[]) =>
        names.map(name => Number(row[name]));
      expect(
        timesOf(alerts[0], 'started_at', 'acknowledged_at', 'resolved_at'),
      ).toEqual([START, first, last]);
      expect(
        timesOf(incidents[0], 'detected_at', 'acknowledged_at', 'restored_at'),
      ).toEqual([START, first, last]);

      for (const kind of ['alert', 'incident']) {
        const owners = await knex(`${kind}_entity`)
          .join('entity', 'entity.id', `${kind}_entity.entity_id`)
          .select('entity.ref');
        expect(owners).toEqual([{ ref: 'component:default/payments' }]);
      }
    },
  );

  it('trap: tell of an escalation though it names no entity', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send } = await startPortal({
      knex,
      annotations,
      opsgenie: { webhookSecret: SECRET, escalations: true },
    });
    const other = { alertId: 'other', alias: 'other' };
    const unmapped: unknown[] = [];
    for (const body of [
      escalateBody(),
      actionBody('Create'),
      actionBody('Create', { alert: other }),
    ]) {
      const { status, body: answer } = await send(delivery(body, SECRET));
      expect(status).toBe(202);
      unmapped.push(answer.results?.[0].unmapped);
    }
    expect(unmapped).toEqual([true, undefined, undefined]);

    const alerts = await knex('alert_entity')
      .join('alert', 'alert.id', 'alert_entity.alert_id')
      .join('entity', 'entity.id', 'alert_entity.entity_id')
      .orderBy('alert_key')
      .select('alert_key', 'escalated', 'entity.ref');
    const ref = 'component:default/payments';
    expect(
      alerts.map(row => ({ ...row, escalated: Number(row.escalated) })),
    ).toEqual([
      { alert_key: 'other', escalated: 0, ref },
      { alert_key: 'refunds-fail', escalated: 1, ref },
    ]);
    expect(alerts[0].escalated).not.toBeNull();
  });

  it('are all refused without a secret', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send, count } = await startPortal({
      knex,
      annotations,
      opsgenie: {},
    });
    const { status, body } = await send(delivery(actionBody('Create'), ''));
    expect(status).toBe(403);
    expect(body.error?.message).toContain(
      'maturity.sources.opsgenie.webhookSecret',
    );
    expect(await count('event_log')).toBe(0);
  });
});
