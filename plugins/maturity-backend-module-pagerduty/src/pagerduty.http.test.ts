import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AGENTS,
  delivery,
  incidentEvent,
  priority,
  START,
} from './__testUtils__/deliveries';
import { startPortal } from './testing/startPortal';

jest.setTimeout(120_000);

const SECRET = 'the secret of the subscription';
const MINUTE = 60_000;
const annotations = { 'pagerduty.com/service-id': 'PF9KMXH' };

function signed(payload: object, secret = SECRET) {
  return delivery(JSON.stringify(payload), secret);
}

describe('the webhooks of PagerDuty, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on both databases', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  it.each(databases.eachSupportedId())(
    'are stored once, as an incident of their entity, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { send, count } = await startPortal({
        knex,
        annotations,
        pagerduty: { webhookSecret: [SECRET, 'the next secret'] },
      });
      const story = [
        incidentEvent('triggered', {
          event: { agent: AGENTS.integration },
          incident: { priority: priority('P2') },
        }),
        incidentEvent('acknowledged', { at: 3 }),
        incidentEvent('resolved', { at: 20 }),
        incidentEvent('reopened', { at: 25 }),
        incidentEvent('resolved', { at: 40 }),
      ];

      for (const secret of ['a wrong secret', '']) {
        const refused = await send(signed(story[0], secret));
        expect(refused.status).toBe(401);
      }
      expect(await count('event_log')).toBe(0);
      expect(await count('incident')).toBe(0);

      // Later ones arrive first, as they may after a try that failed.
      for (const payload of [...story].reverse()) {
        const { status, body } = await send(signed(payload));
        expect([status, body.results?.[0]]).toEqual([
          202,
          expect.objectContaining({
            status: 'stored',
            id: payload.event.id,
            entityRef: 'component:default/payments',
          }),
        ]);
      }
      const again = await send(signed(story[0], 'the next secret'));
      expect([again.status, again.body.duplicates]).toEqual([202, 1]);

      const log = await knex('event_log').orderBy('seq');
      expect(log.map(({ event_id: id, type }) => [id, type])).toEqual(
        [...story]
          .reverse()
          .map(({ event }) => [event.id, `com.pagerduty.${event.event_type}`]),
      );
      expect(JSON.stringify(log)).not.toContain('Ada');
      expect(await count('event_conflict')).toBe(0);

      const incidents = await knex('incident');
      expect(incidents).toHaveLength(1);
      const [incident] = incidents;
      expect(incident).toMatchObject({
        key: 'PGR0VU2',
        title: 'Refunds fail',
        severity: 'major',
        detected_by: 'monitoring',
        started_at: null,
        alert_key: 'd3640fbd41094207a1c11e58e46b1662',
        url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      });
      const times = ['detected_at', 'acknowledged_at', 'restored_at'];
      expect(times.map(time => Number(incident[time]))).toEqual([
        START,
        START + 3 * MINUTE,
        START + 40 * MINUTE,
      ]);
      const owners = await knex('incident_entity')
        .join('entity', 'entity.id', 'incident_entity.entity_id')
        .select('entity.ref');
      expect(owners).toEqual([{ ref: 'component:default/payments' }]);
    },
  );

  it('are alerts as well where it is configured, escalated or not', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send } = await startPortal({
      knex,
      annotations,
      pagerduty: { webhookSecret: SECRET, alerts: true },
    });
    const other = { incident: { id: 'POTHER' }, event: { id: '01-other' } };
    for (const payload of [
      incidentEvent('escalated', { at: 5, event: { agent: null } }),
      incidentEvent('triggered'),
      incidentEvent('triggered', other),
    ]) {
      expect((await send(signed(payload))).status).toBe(202);
    }
    const alerts = await knex('alert').orderBy('key');
    expect(
      alerts.map(({ key, escalated }) => [key, Boolean(escalated)]),
    ).toEqual([
      ['PGR0VU2', true],
      ['POTHER', false],
    ]);
    expect(alerts[1].escalated).not.toBeNull();
  });

  it('are accepted for a service that no entity has', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send } = await startPortal({
      knex,
      annotations,
      pagerduty: { webhookSecret: SECRET },
    });
    const { status, body } = await send(
      signed(
        incidentEvent('triggered', { incident: { service: { id: 'POTHER' } } }),
      ),
    );
    expect([status, body.results?.[0].unmapped]).toEqual([202, true]);
  });

  it('are all refused without a secret', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send, count } = await startPortal({
      knex,
      annotations,
      pagerduty: {},
    });
    const { status, body } = await send(signed(incidentEvent('triggered')));
    expect(status).toBe(403);
    expect(body.error?.message).toContain(
      'maturity.sources.pagerduty.webhookSecret',
    );
    expect(await count('event_log')).toBe(0);
  });
});
