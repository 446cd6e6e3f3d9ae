import { SESSION_CALENDAR_ANNOTATION } from '@devops-scorecards/plugin-maturity-common';
import {
  createScene,
  DAY_MS,
  deployed,
  ENTITY,
  HOUR_MS,
  MINUTE_MS,
  START,
  type Scene,
} from '../assessment/__testUtils__/scene';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { DatabaseEventStore } from '../facts';
import {
  component,
  correction,
  factEvent,
  incoming,
  knowEntities,
} from '../facts/__testUtils__/events';
import type { IncomingEvent } from '../ingest/EventStore';
import { EntityReader } from './EntityReader';
import { IncidentReader } from './IncidentReader';

jest.setTimeout(60_000);

const databases = contractDatabases();

function incident(
  key: string,
  fields: Parameters<typeof factEvent<'incident'>>[0]['fields'],
): IncomingEvent {
  return factEvent({ id: key, kind: 'incident', key, fields });
}

function alert(
  key: string,
  fields: Parameters<typeof factEvent<'alert'>>[0]['fields'],
): IncomingEvent {
  return factEvent({
    id: `alert-${key}`,
    kind: 'alert',
    key,
    fields: { severity: 'critical', alertKey: key, ...fields },
  });
}

async function listOf(
  scene: Scene,
  options: Partial<Parameters<IncidentReader['list']>[0]> = {},
) {
  const entity = await EntityReader.create({ knex: scene.knex }).find(ENTITY);
  return IncidentReader.create(scene).list({
    entity: entity!,
    limit: 50,
    ...options,
  });
}

describe.each(CONTRACT_DATABASES)('IncidentReader on %s', database => {
  let scene: Scene;

  beforeEach(async () => {
    const knex = await databases.create(database);
    scene = await createScene(knex);
    scene.context.sourceOrder = ['ci', 'pager'];
    await knowEntities(knex, [
      component('payments', { [SESSION_CALENDAR_ANNOTATION]: 'cn-exchange' }),
    ]);
  });

  const ingestAs = (name: string, ...events: IncomingEvent[]) =>
    DatabaseEventStore.create({ knex: scene.knex }).append({
      source: { name, entities: 'all' },
      events,
      receivedAt: START,
    });

  it('lists faults with what should be known about each', async () => {
    // 11:00 the day before, half an hour before the exchange pauses.
    const eleven = START - DAY_MS - (2 * 60 + 46) * MINUTE_MS;
    await scene.ingest(
      deployed('release', eleven - HOUR_MS),
      incident('outage', {
        title: 'Orders are refused',
        startedAt: eleven,
        detectedAt: eleven + 3 * MINUTE_MS,
        acknowledgedAt: eleven + 5 * MINUTE_MS,
        restoredAt: eleven + HOUR_MS,
      }),
      incident('open', { startedAt: START - 200 * DAY_MS, impact: 'none' }),
      incident('backwards', {
        startedAt: eleven - 5 * DAY_MS,
        restoredAt: eleven - 5 * DAY_MS - 1,
      }),
      incident('over', {
        startedAt: START - 200 * DAY_MS,
        restoredAt: START - 199 * DAY_MS,
      }),
      incident('announced', { startedAt: eleven, scheduled: true }),
    );
    const items = await listOf(scene);
    expect(items.map(({ key }) => key)).toEqual([
      'outage',
      'backwards',
      'open',
    ]);
    expect(items[0]).toMatchObject({
      kind: 'incident',
      source: 'ci',
      state: 'live',
      at: eleven,
      corrected: false,
      flags: [],
      timeToDetect: 3 * MINUTE_MS,
      timeToAcknowledge: 2 * MINUTE_MS,
      timeToRestore: HOUR_MS,
      downtime: HOUR_MS / 2,
      deployment: { key: 'release', link: 'time' },
      alerts: 0,
      events: [{ id: 'outage' }],
    });
    expect(items[1].flags).toEqual(['restored-before-start']);
    expect(items[1]).not.toHaveProperty('timeToRestore');
    expect(items[2]).toMatchObject({ age: 200 * DAY_MS, downtime: 0 });

    // Half an hour after it began it was open.
    const [then] = await listOf(scene, { asOf: eleven + HOUR_MS / 2 });
    expect(then).toMatchObject({ key: 'outage', age: HOUR_MS / 2 });
    expect(then.fields).not.toHaveProperty('restoredAt');
    await expect(listOf(scene, { asOf: START + 1 })).rejects.toThrow(
      'lies in the future',
    );
    expect(await listOf(scene, { limit: 1 })).toHaveLength(1);
  });

  it('shows what two tools report once as counted', async () => {
    const startedAt = START - 2 * DAY_MS;
    const both = { startedAt, restoredAt: startedAt + HOUR_MS };
    await scene.ingest(incident('ours', { ...both, alertKey: 'disk' }));
    await ingestAs(
      'pager',
      incident('theirs', { ...both, alertKey: 'disk' }),
      incident('alone', { startedAt: startedAt - DAY_MS }),
    );
    const items = await listOf(scene);
    expect(
      items.map(({ key, source, state, flags }) => [key, source, state, flags]),
    ).toEqual([
      ['ours', 'ci', 'live', ['also-reported']],
      ['theirs', 'pager', 'shadow', ['also-reported']],
      ['alone', 'pager', 'shadow', []],
    ]);
    expect(items[1]).not.toHaveProperty('downtime');
  });

  it('shows what a person left out or corrected', async () => {
    const fields = { startedAt: START - DAY_MS, restoredAt: START - HOUR_MS };
    await scene.ingest(incident('wrong', fields), incident('late', fields));
    await scene.ingest(
      correction({ id: 'c1', kind: 'incident', key: 'wrong', exclude: true }),
      correction({
        id: 'c2',
        kind: 'incident',
        key: 'late',
        fields: { restoredAt: START - 2 * HOUR_MS },
      }),
    );
    const items = await listOf(scene);
    expect(
      items.map(({ key, state, corrected }) => [key, state, corrected]),
    ).toEqual([
      ['late', 'live', true],
      ['wrong', 'excluded', true],
    ]);
    expect(items[0].events.map(({ id }) => id)).toEqual(['late', 'c2']);
    expect(items[1]).not.toHaveProperty('downtime');
  });

  it('makes one fault of a storm of ten thousand alerts', async () => {
    const storm = START - 3 * HOUR_MS;
    const alerts = Array.from({ length: 10_000 }, (_, index) =>
      alert(`a${index}`, {
        name: 'Disk full',
        startedAt: storm + index,
        resolvedAt: storm + HOUR_MS + index,
      }),
    );
    for (let from = 0; from < alerts.length; from += 1_000) {
      await scene.ingest(...alerts.slice(from, from + 1_000));
    }
    const items = await listOf(scene);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      key: 'alerts:a0',
      state: 'live',
      flags: ['from-alerts', 'start-unknown'],
      alerts: 10_000,
      fields: { title: 'Disk full', detectedBy: 'monitoring' },
      events: [{ id: 'alert-a0' }],
    });
    expect(JSON.stringify(items).length).toBeLessThan(2_000);

    // From now on a source tells of incidents itself.
    await scene.ingest(
      incoming({
        eventId: 'connect',
        entityRef: ENTITY,
        connects: [{ kind: 'incident', since: 0 }],
      }),
    );
    expect(await listOf(scene)).toEqual([]);
  });
});
