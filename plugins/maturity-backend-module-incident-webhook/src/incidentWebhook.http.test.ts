import { TestDatabases } from '@backstage/backend-test-utils';
import {
  delivery,
  eventBody,
  minute,
  SECRET,
  START,
} from './__testUtils__/deliveries';
import { startPortal } from './testing/startPortal';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const annotations = { 'devops-scorecards.io/service-id': 'payments-api' };

/** A try that is made now, of a message of its own for each body. */
function signed(body: ReturnType<typeof eventBody>, secret = SECRET) {
  return delivery(body, { id: `msg ${body.type}`, secret, sentAt: Date.now() });
}

describe('the incident webhook, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  const service = 'payments-api';

  it('is tested on both databases', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  it.each(databases.eachSupportedId())(
    'stores events once, as facts of their entity, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { send, count } = await startPortal({
        knex,
        annotations,
        oncall: { webhookSecret: SECRET },
      });
      const story = [
        eventBody('incident.opened', {
          service,
          title: 'Refunds fail',
          severity: 'critical',
          startedAt: minute(-5),
          detectedBy: 'monitoring',
          alertKey: 'refund-errors',
        }),
        eventBody('incident.acknowledged', { service }, 2),
        eventBody('incident.restored', { service }, 20),
        eventBody('alert.fired', { service, id: 'refund-errors' }, -1),
      ];

      const refused = await send(signed(story[0], 'whsec_YW5vdGhlcg=='));
      expect(refused.status).toBe(401);
      expect(await count('event_log')).toBe(0);
      expect(await count('incident')).toBe(0);

      for (const body of [...story].reverse()) {
        const { status, body: answer } = await send(signed(body));
        expect([status, answer.results?.[0]]).toEqual([
          202,
          expect.objectContaining({
            id: `msg ${body.type}`,
            status: 'stored',
            entityRef: 'component:default/payments',
          }),
        ]);
      }
      const again = await send(signed(story[0]));
      expect([again.status, again.body.duplicates]).toEqual([202, 1]);
      const changed = await send(signed({ ...story[0], timestamp: minute(1) }));
      expect([changed.status, changed.body.conflicts]).toEqual([409, 1]);
      expect(await count('event_log')).toBe(story.length);
      expect(await count('event_conflict')).toBe(1);

      const [incident, ...others] = await knex('incident');
      expect(others).toEqual([]);
      expect(incident).toMatchObject({
        key: 'oncall INC-32',
        title: 'Refunds fail',
        severity: 'critical',
        detected_by: 'monitoring',
        alert_key: 'refund-errors',
        impact: null,
      });
      const times = [
        'started_at',
        'detected_at',
        'acknowledged_at',
        'restored_at',
      ];
      expect(times.map(time => Number(incident[time]))).toEqual([
        START - 5 * MINUTE,
        START,
        START + 2 * MINUTE,
        START + 20 * MINUTE,
      ]);
      const [alert] = await knex('alert');
      expect(alert).toMatchObject({
        key: 'oncall refund-errors 2025-11-03T01:59:00.000Z',
        alert_key: 'refund-errors',
        resolved_at: null,
      });
      for (const kind of ['alert', 'incident']) {
        const owners = await knex(`${kind}_entity`)
          .join('entity', 'entity.id', `${kind}_entity.entity_id`)
          .select('entity.ref');
        expect(owners).toEqual([{ ref: 'component:default/payments' }]);
      }
    },
  );

  it('answers what to change, and for whom it may not speak', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send, count } = await startPortal({
      knex,
      annotations,
      oncall: { webhookSecret: SECRET },
    });
    const wrong = await send(
      signed(eventBody('incident.opened', { severity: 'P1' })),
    );
    expect([wrong.status, wrong.body.error?.message]).toEqual([
      400,
      expect.stringContaining('data.severity: must be critical'),
    ]);
    const outside = await send(
      signed(
        eventBody('incident.opened', { entityRef: 'component:other/payments' }),
      ),
    );
    expect(outside.status).toBe(403);
    expect(await count('event_log')).toBe(0);
    const unknown = await send(
      signed(eventBody('incident.opened', { service: 'nobody' })),
    );
    expect([unknown.status, unknown.body.results?.[0].unmapped]).toEqual([
      202,
      true,
    ]);
  });

  it('is closed without a secret', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send, count } = await startPortal({
      knex,
      annotations,
      oncall: {},
    });
    const { status, body } = await send(signed(eventBody('incident.opened')));
    expect(status).toBe(403);
    expect(body.error?.message).toContain(
      'maturity.sources.oncall.webhookSecret',
    );
    expect(await count('event_log')).toBe(0);
  });
});
