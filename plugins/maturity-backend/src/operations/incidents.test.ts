import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  MANUAL_SOURCE,
  maturityIncidentReportPermission,
  maturityScorecardReadPermission,
  type IncidentRecord,
  type Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  createScene,
  DAY_MS,
  ENTITY,
  HOUR_MS,
  MINUTE_MS,
  START,
} from '../assessment/__testUtils__/scene';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  dumpFacts,
  factEvent,
  incoming,
  knowEntities,
} from '../facts/__testUtils__/events';
import { DatabaseEventStore, rebuildFacts } from '../facts';
import type { IncomingEvent } from '../ingest/EventStore';
import { createPortal, type Portal } from '../__testUtils__/createPortal';

jest.setTimeout(60_000);

const BASE = '/v1/entities/component/default/payments';
const INCIDENTS = `${BASE}/incidents`;
const BEGUN = START - 2 * HOUR_MS;

const REPORT = {
  title: ' Refunds fail ',
  severity: 'critical',
  impact: 'outage',
  startedAt: BEGUN,
  detectedAt: BEGUN + 5 * MINUTE_MS,
  detectedBy: 'user',
  url: 'https://wiki.example.com/refunds',
};

async function openPortal(knex: Knex): Promise<Portal> {
  const scene = await createScene(knex, { sourceOrder: ['ci', 'pager'] });
  await knowEntities(scene.knex, [component('payments')]);
  return createPortal(scene);
}

describe.each(CONTRACT_DATABASES)('incidents of people on %s', name => {
  const databases = contractDatabases();
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(await databases.create(name));
  });

  const report = (body: object = {}, who = 'lin') =>
    portal.post(who, INCIDENTS, { ...REPORT, ...body });
  const reported = async (body: object = {}): Promise<string> => {
    const response = await report(body);
    expect(response.status).toBe(201);
    return response.body.key;
  };
  const go = (key: string, body: object, who = 'lin') =>
    portal.post(who, `${INCIDENTS}/${encodeURIComponent(key)}`, body);
  const list = async (): Promise<IncidentRecord[]> =>
    (await portal.get('lin', INCIDENTS)).body.items;
  const measure = async (...metrics: string[]): Promise<Measurement[]> =>
    (await portal.get('lin', `${BASE}/metrics?metrics=${metrics.join(',')}`))
      .body.items;
  const ingestAs = (source: string, ...events: IncomingEvent[]) =>
    DatabaseEventStore.create(portal).append({
      source: { name: source, entities: 'all' },
      events,
      receivedAt: START,
    });

  it('are told, acknowledged, restored and counted', async () => {
    const response = await report();
    expect(response.status).toBe(201);
    const { key } = response.body;
    expect(response.body).toMatchObject({
      kind: 'incident',
      source: MANUAL_SOURCE,
      state: 'live',
      fields: {
        title: 'Refunds fail',
        severity: 'critical',
        startedAt: BEGUN,
        detectedAt: BEGUN + 5 * MINUTE_MS,
        detectedBy: 'user',
      },
    });
    const acknowledged = await go(key, {
      step: 'acknowledge',
      at: BEGUN + 10 * MINUTE_MS,
    });
    expect(acknowledged.status).toBe(200);
    const restored = await go(key, { step: 'restore', at: BEGUN + HOUR_MS });
    expect(restored.body.fields.restoredAt).toBe(BEGUN + HOUR_MS);
    expect(await list()).toMatchObject([
      {
        key,
        state: 'live',
        timeToDetect: 5 * MINUTE_MS,
        timeToAcknowledge: 5 * MINUTE_MS,
        timeToRestore: HOUR_MS,
      },
    ]);
    const [restore, incidents] = await measure('incidents', 'time-to-restore');
    expect(incidents).toMatchObject({ status: 'ok', value: 1 });
    expect(restore).toMatchObject({ n: 1 });
  });

  it('are no sign of who told of them, but in the audit log', async () => {
    const key = await reported();
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'incident-report',
        meta: { entityRef: ENTITY },
      }),
    );
    await go(key, { step: 'restore', at: START });
    expect(portal.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'incident-step',
        meta: { entityRef: ENTITY, key, step: 'restore' },
      }),
    );
    const log = JSON.stringify(await portal.knex('event_log').select('*'));
    expect(log).not.toContain('lin');
  });

  it('happen now by a clock that runs a little ahead', async () => {
    const key = await reported({ detectedAt: START + 30_000 });
    const restored = await go(key, { step: 'restore', at: START + 1_000 });
    expect(restored.body.fields).toMatchObject({
      detectedAt: START,
      restoredAt: START,
    });
  });

  it('open again, and the later word counts', async () => {
    const key = await reported();
    await go(key, { step: 'restore', at: START });
    await go(key, { step: 'reopen' });
    expect((await list())[0].fields).not.toHaveProperty('restoredAt');
    const again = await go(key, { step: 'restore', at: START - 1 });
    expect(again.body.fields.restoredAt).toBe(START - 1);
    const before = await dumpFacts(portal.knex);
    await rebuildFacts(portal);
    expect(await dumpFacts(portal.knex)).toBe(before);
  });

  it('are classified where nobody has, and corrected where somebody has', async () => {
    const key = await reported();
    const classified = await go(key, { step: 'classify', cause: 'change' });
    expect(classified.body.fields.cause).toBe('change');
    const again = await go(key, { step: 'classify', cause: 'other' });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain("'cause' of the incident");
    const correction = await portal.post('lin', `${BASE}/corrections`, {
      fact: { kind: 'incident', source: MANUAL_SOURCE, key },
      fields: { cause: 'other' },
      reason: 'found in the review',
    });
    expect(correction.status).toBe(201);
    expect((await list())[0]).toMatchObject({
      corrected: true,
      fields: { cause: 'other' },
    });
  });

  it('count beside what a tool tells, before and after it is connected', async () => {
    const first = await reported();
    await ingestAs(
      'pager',
      factEvent({
        id: 'i1',
        kind: 'incident',
        key: 'i1',
        occurredAt: BEGUN,
        fields: { startedAt: BEGUN, restoredAt: START - HOUR_MS },
      }),
    );
    const second = await reported({ startedAt: undefined });
    const states = Object.fromEntries(
      (await list()).map(({ key, state }) => [key, state]),
    );
    expect(states).toEqual({ [first]: 'live', i1: 'live', [second]: 'live' });
    const [incidents] = await measure('incidents');
    expect(incidents).toMatchObject({ value: 3 });
  });

  it('leave what a tool brought in its place when it ends', async () => {
    await ingestAs(
      'pager',
      factEvent({
        id: 'i1',
        kind: 'incident',
        key: 'i1',
        occurredAt: BEGUN,
        fields: { startedAt: BEGUN, restoredAt: START - HOUR_MS },
      }),
      incoming({
        eventId: 'end',
        entityRef: ENTITY,
        connects: [
          { kind: 'incident', since: BEGUN, until: START - 30 * MINUTE_MS },
        ],
      }),
    );
    await reported();
    const states = (await list()).map(({ state }) => state);
    expect(states).toEqual(['live', 'live']);
  });

  it('leave alerts to become incidents', async () => {
    await ingestAs(
      'ci',
      factEvent({
        id: 'a1',
        kind: 'alert',
        key: 'a1',
        occurredAt: START - DAY_MS,
        fields: {
          severity: 'critical',
          startedAt: START - DAY_MS,
          resolvedAt: START - DAY_MS + HOUR_MS,
        },
      }),
    );
    const key = await reported();
    expect((await list()).map(record => record.key)).toEqual([
      key,
      'alerts:a1',
    ]);
    const [incidents] = await measure('incidents');
    expect(incidents).toMatchObject({ status: 'ok', value: 2 });
  });

  it('are no sign of life of a tool', async () => {
    await reported();
    const sources = (await portal.get('zhao', '/v1/operations/sources')).body;
    expect(
      sources.items.map(({ source, events }: any) => [source, events]),
    ).toEqual([
      ['ci', 0],
      [MANUAL_SOURCE, 1],
      ['pager', 0],
    ]);
    expect(sources.items[1].problems).toEqual([]);
  });

  it('are said once, and nothing more once left out', async () => {
    const key = await reported({ restoredAt: START });
    const again = await go(key, { step: 'restore', at: START });
    expect(again.status).toBe(409);
    await portal.post('lin', `${BASE}/corrections`, {
      fact: { kind: 'incident', source: MANUAL_SOURCE, key },
      exclude: true,
      reason: 'a drill',
    });
    const reopened = await go(key, { step: 'reopen' });
    expect(reopened.status).toBe(409);
    expect(reopened.body.error.message).toContain('left this incident out');
  });

  it('go on only where a person told of them', async () => {
    await ingestAs(
      'pager',
      factEvent({ id: 'i1', kind: 'incident', key: 'i1', fields: {} }),
    );
    expect((await go('i1', { step: 'restore', at: START })).status).toBe(404);
  });

  it('need a person, permissions and an entity that they may see', async () => {
    const key = await reported();
    const statuses = async (who = 'lin') => [
      (await report({}, who)).status,
      (await go(key, { step: 'acknowledge', at: START }, who)).status,
    ];
    expect(await statuses('service')).toEqual([403, 403]);
    for (const denied of [
      maturityIncidentReportPermission,
      maturityScorecardReadPermission,
    ]) {
      portal.policy.decide = permission => ({
        result:
          permission === denied.name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      });
      expect(await statuses()).toEqual([403, 403]);
    }
    portal.policy.decide = () => ({ result: AuthorizeResult.ALLOW });
    portal.hidden.add(ENTITY);
    expect(await statuses()).toEqual([404, 404]);
  });
});

describe.each(CONTRACT_DATABASES)(
  'what people say of incidents on %s',
  name => {
    const databases = contractDatabases();
    let portal: Portal;
    let key: string;

    beforeAll(async () => {
      portal = await openPortal(await databases.create(name));
      const response = await portal.post('lin', INCIDENTS, REPORT);
      key = response.body.key;
    });

    const report = (body: object) =>
      portal.post('lin', INCIDENTS, { ...REPORT, ...body });
    const go = (body: object) =>
      portal.post('lin', `${INCIDENTS}/${key}`, body);
    const list = async () => (await portal.get('lin', INCIDENTS)).body.items;

    it.each([
      ['no title', { title: ' ' }, 'The title is missing'],
      ['a time to come', { detectedAt: START + DAY_MS }, 'lies in the future'],
      [
        'a restoration before its start',
        { restoredAt: BEGUN - 1 },
        'restored before it started',
      ],
      [
        'an acknowledgement before its detection',
        { acknowledgedAt: BEGUN },
        'acknowledged before it was detected',
      ],
      ['an address that runs', { url: 'data:text/html,x' }, 'must begin with'],
      ['an unknown severity', { severity: 'bad' }, 'severity'],
      ['what nobody asked for', { author: 'lin' }, 'additional'],
    ])('refuse %s', async (_, body, message) => {
      const response = await report(body);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(message);
      expect(await list()).toHaveLength(1);
    });

    it.each([
      [{ step: 'reopen' }, 409, 'is not restored'],
      [{ step: 'restore', at: START + DAY_MS }, 400, 'lies in the future'],
      [{ step: 'restore', at: BEGUN - 1 }, 400, 'restored before it started'],
      [{ step: 'acknowledge', at: BEGUN }, 400, 'before it was detected'],
      [{ step: 'classify' }, 400, 'Nothing is said'],
      [{ step: 'restore' }, 400, ''],
      [{ step: 'close' }, 400, ''],
    ])('refuse %p', async (body, status, message) => {
      const response = await go(body);
      expect(response.status).toBe(status);
      expect(response.body.error.message).toContain(message);
    });
  },
);
