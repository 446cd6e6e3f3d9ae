import {
  SESSION_CALENDAR_ANNOTATION,
  type EpochMs,
  type IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { CalendarStore, readCalendars } from '../calendars';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  correction,
  entityId,
  factEvent,
  incoming,
  knowEntities,
} from '../facts/__testUtils__/events';
import { attest } from './__testUtils__/attest';
import {
  createScene,
  DAY_MS,
  deployed,
  ENTITY,
  HOUR_MS,
  MINUTE_MS,
  START,
  testPacks,
  type Scene,
} from './__testUtils__/scene';
import {
  STABILITY_ANNOTATIONS,
  STABILITY_MODEL,
  stabilityPack,
} from './__testUtils__/stabilityPack';
import { markOutdated } from './markOutdated';
import { recompute } from './recompute';

jest.setTimeout(60_000);

const databases = contractDatabases();

const CONNECTED = START - 400 * DAY_MS;

function connected(kind: 'incident' | 'alert') {
  return incoming({
    eventId: `connect-${kind}`,
    entityRef: ENTITY,
    occurredAt: CONNECTED,
    connects: [{ kind, since: CONNECTED }],
  });
}

function incident(key: string, fields: IncidentFields, id = key) {
  return factEvent({
    id,
    kind: 'incident',
    key,
    fields,
    occurredAt: fields.restoredAt ?? fields.startedAt,
  });
}

async function createStabilityScene(
  knex: Knex,
  annotations: Record<string, string> = {},
): Promise<Scene> {
  const scene = await createScene(knex, {
    packs: [...(await testPacks()), stabilityPack],
  });
  await knowEntities(knex, [
    component('payments', { ...STABILITY_ANNOTATIONS, ...annotations }),
  ]);
  return scene;
}

async function dueIn(scene: Scene): Promise<number> {
  const row = await scene
    .knex('due')
    .where({ entity_id: await entityId(scene.knex, ENTITY) })
    .first();
  return Number(row.due_at) - scene.clock.now();
}

async function causes(scene: Scene): Promise<[string, number | null][]> {
  const rows = await scene.changeRows(ENTITY, STABILITY_MODEL);
  return rows.map(row => [row.cause, row.measured]);
}

/** Runs what is due at a time. */
async function runAt(scene: Scene, time: EpochMs): Promise<void> {
  scene.setTime(time);
  await scene.worker.runDue();
}

describe.each(CONTRACT_DATABASES)('two scorecards on %s', database => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(database);
  });

  it('keep a primary model and tell of a level each', async () => {
    const scene = await createStabilityScene(knex);
    await scene.ingest(
      connected('incident'),
      incident('i1', {
        startedAt: START - 5 * DAY_MS,
        restoredAt: START - 5 * DAY_MS + 5 * HOUR_MS,
      }),
    );
    await scene.worker.runDue();
    const id = await entityId(knex, ENTITY);
    const rows = await knex('assessment')
      .where({ entity_id: id })
      .orderBy('model')
      .select('model', 'scorecard', 'is_primary', 'measured');
    expect(rows).toEqual([
      {
        model: 'starter',
        scorecard: 'maturity',
        is_primary: 1,
        measured: expect.any(Number),
      },
      {
        model: STABILITY_MODEL,
        scorecard: 'stability',
        is_primary: 1,
        measured: 2,
      },
    ]);
    expect(scene.changes.map(({ level }) => level.scorecard).sort()).toEqual([
      'maturity',
      'stability',
    ]);
    expect(scene.published).toEqual([[ENTITY]]);

    // A fault that lasted for two days lowers one and leaves the other.
    scene.changes.length = 0;
    scene.setTime(START + MINUTE_MS);
    await scene.ingest(
      incident('i2', {
        startedAt: START - 3 * DAY_MS,
        restoredAt: START - DAY_MS,
      }),
    );
    await scene.worker.runDue();
    expect(
      scene.changes.map(({ level: { scorecard, level } }) => [
        scorecard,
        level,
      ]),
    ).toEqual([['stability', 1]]);
    expect(scene.published).toEqual([[ENTITY], [ENTITY]]);
  });

  it('follow a decision from its approval to its end', async () => {
    const scene = await createStabilityScene(knex);
    const target = { [SESSION_CALENDAR_ANNOTATION]: 'cn-exchange' };
    await knowEntities(knex, [
      component('payments', { ...STABILITY_ANNOTATIONS, ...target }),
    ]);
    await scene.ingest(
      connected('incident'),
      incident('i1', {
        startedAt: START - 5 * DAY_MS,
        restoredAt: START - 5 * DAY_MS + HOUR_MS,
        impact: 'degraded',
      }),
    );
    await scene.worker.runDue();
    const before = (await scene.assessment(ENTITY, STABILITY_MODEL))!;
    expect([before.measured, before.award]).toEqual([4, 2]);

    const from = START + MINUTE_MS;
    const to = START + 3 * HOUR_MS;
    scene.setTime(from);
    await attest(knex, { at: from, validTo: to, approved: false });
    await scene.worker.runDue();
    expect(await causes(scene)).toHaveLength(1);

    scene.setTime(from + MINUTE_MS);
    await attest(knex, { at: from + MINUTE_MS, validTo: to });
    await scene.worker.runDue();
    expect(await scene.assessment(ENTITY, STABILITY_MODEL)).toMatchObject({
      award: 4,
    });
    expect(await dueIn(scene)).toBe(to - scene.clock.now());

    await runAt(scene, to - 1);
    expect(await causes(scene)).toHaveLength(2);
    await runAt(scene, to);
    expect(await scene.assessment(ENTITY, STABILITY_MODEL)).toMatchObject({
      award: 2,
    });
    expect((await causes(scene)).map(([cause]) => cause)).toEqual([
      'first',
      'decision',
      'expiry',
    ]);

    // What was stored comes out again, each with its knowledge.
    for (const row of await scene.changeRows(ENTITY, STABILITY_MODEL)) {
      const again = await recompute(scene.context, {
        entityRef: ENTITY,
        model: STABILITY_MODEL,
        asOf: Number(row.as_of),
        knownAt: Number(row.known_at),
      });
      expect(again!.verdicts[0].verdict.root.levels.award).toBe(row.award);
    }
  });

  it('let what is measured win over what is attested', async () => {
    const scene = await createStabilityScene(knex);
    const fault = (key: string, days: number) =>
      incident(key, {
        startedAt: START - days * DAY_MS,
        restoredAt: START - days * DAY_MS + HOUR_MS,
        impact: 'none',
      });
    await scene.ingest(connected('incident'), fault('i1', 9), fault('i2', 8));
    await attest(knex, { at: START - DAY_MS, validTo: START + 90 * DAY_MS });
    await scene.worker.runDue();
    expect((await causes(scene)).at(-1)).toEqual(['first', 4]);
    await scene.ingest(fault('i3', 7));
    await runAt(scene, START + MINUTE_MS);
    expect((await causes(scene)).at(-1)).toEqual(['restated', 2]);
    const { document } = (await scene.assessment(ENTITY, STABILITY_MODEL))!;
    expect(document).toContain('"contradicted":true');
  });

  it('look at an open fault again until it is over', async () => {
    const scene = await createStabilityScene(knex);
    const startedAt = START - MINUTE_MS;
    await scene.ingest(
      connected('incident'),
      incident('i1', { startedAt }, 'opened'),
    );
    await scene.worker.runDue();
    expect(await dueIn(scene)).toBe(5 * MINUTE_MS);

    const measured = async () => {
      const row = await knex('measurement')
        .where({ entity_id: await entityId(knex, ENTITY) })
        .first();
      return JSON.parse(row.document).availability.value;
    };
    const first = await measured();
    await runAt(scene, START + 5 * MINUTE_MS);
    expect(await measured()).toBeLessThan(first);

    const restoredAt = START + 6 * MINUTE_MS;
    scene.setTime(restoredAt + 1);
    await scene.ingest(incident('i1', { restoredAt }, 'restored'));
    await scene.worker.runDue();
    expect(await dueIn(scene)).toBeGreaterThan(HOUR_MS);

    // In the past it is open still.
    const then = await recompute(scene.context, {
      entityRef: ENTITY,
      asOf: START,
    });
    expect(then!.measurements['time-to-restore']).toMatchObject({
      n: 0,
      open: 1,
    });
    expect(then!.measurements.availability.value).toBe(first);
    const now = await recompute(scene.context, {
      entityRef: ENTITY,
      asOf: scene.clock.now(),
    });
    expect(now!.measurements['time-to-restore']).toMatchObject({
      n: 1,
      open: 0,
      value: restoredAt - startedAt,
    });
  });

  it('make incidents of grave alerts where nobody else tells of any', async () => {
    const scene = await createStabilityScene(knex);
    await scene.ingest(
      connected('alert'),
      factEvent({
        id: 'fired',
        kind: 'alert',
        key: 'disk',
        occurredAt: START - MINUTE_MS,
        fields: { startedAt: START - MINUTE_MS, severity: 'critical' },
      }),
    );
    await scene.worker.runDue();
    const incidents = async () => {
      const row = await knex('measurement')
        .where({ entity_id: await entityId(knex, ENTITY) })
        .first();
      const { status, value } = JSON.parse(row.document).incidents;
      return [status, value];
    };
    expect(await incidents()).toEqual(['ok', 0]);
    expect(await dueIn(scene)).toBe(4 * MINUTE_MS + 1);
    await runAt(scene, START + 4 * MINUTE_MS + 1);
    expect(await incidents()).toEqual(['ok', 1]);

    const none = await recompute(
      { ...scene.context, alertRule: undefined },
      { entityRef: ENTITY, asOf: scene.clock.now() },
    );
    expect(none!.measurements.incidents.status).toBe('no-source');
  });

  it('tell that a person corrected a fact', async () => {
    const scene = await createStabilityScene(knex);
    await scene.ingest(
      connected('incident'),
      incident('i1', {
        startedAt: START - 9 * DAY_MS,
        restoredAt: START - 4 * DAY_MS,
        impact: 'none',
      }),
    );
    await scene.worker.runDue();
    scene.setTime(START + MINUTE_MS);
    await scene.ingest(
      correction({
        id: 'c1',
        kind: 'incident',
        key: 'i1',
        fields: { restoredAt: START - 9 * DAY_MS + HOUR_MS },
        occurredAt: START + MINUTE_MS,
        event: { type: 'dev.cdeventsx.scorecards-fact.corrected.0.1.0' },
      }),
    );
    await scene.worker.runDue();
    expect(await causes(scene)).toEqual([
      ['first', 1],
      ['decision', 4],
    ]);
  });

  it('tell that a calendar changed', async () => {
    const scene = await createStabilityScene(knex, {
      [SESSION_CALENDAR_ANNOTATION]: 'cn-exchange',
    });
    // From 11:00 to 14:00, of which trading takes two hours.
    const startedAt = START - (2 * 60 + 46) * MINUTE_MS - DAY_MS;
    await scene.ingest(
      connected('incident'),
      incident('i1', { startedAt, restoredAt: startedAt + 3 * HOUR_MS }),
    );
    await scene.worker.runDue();
    const before = (await scene.assessment(ENTITY, STABILITY_MODEL))!;
    expect(before.measured).toBe(2);

    const shipped = await readCalendars([]);
    const changed = await CalendarStore.create({
      knex,
      workCalendar: 'weekdays',
      calendars: shipped.map(calendar =>
        calendar.id === 'cn-exchange'
          ? { ...calendar, holidays: [...calendar.holidays, '2026-11-19'] }
          : calendar,
      ),
    });
    scene.setTime(START + MINUTE_MS);
    expect(await markOutdated(knex, { now: scene.clock.now() })).toBe(1);
    const worker = scene.createWorker({ calendars: changed });
    await worker.runDue();
    expect(await causes(scene)).toEqual([
      ['first', 2],
      ['calendar', 4],
    ]);
    const then = await recompute(
      { ...scene.context, calendars: changed },
      {
        entityRef: ENTITY,
        asOf: Number(before.as_of),
        knownAt: Number(before.known_at),
      },
    );
    const verdict = then!.verdicts.find(v => v.model.id === STABILITY_MODEL)!;
    expect(verdict.verdict.root.levels.measured).toBe(2);
  });

  it('show a pinned date of years ago', async () => {
    const scene = await createStabilityScene(knex);
    const pinned = Date.parse('2023-10-27T12:00:00Z');
    await scene.ingest(
      ...Array.from({ length: 12 }, (_, index) =>
        deployed(`old-${index}`, pinned - (index + 1) * 5 * DAY_MS),
      ),
      deployed('new', START - DAY_MS),
    );
    await scene.worker.runDue();
    const then = await recompute(scene.context, {
      entityRef: ENTITY,
      asOf: pinned,
    });
    expect(then!.measurements['automated-release-rate']).toMatchObject({
      status: 'ok',
      n: 12,
      value: 1,
    });
    expect(then!.verdicts.map(({ model }) => model.id).sort()).toEqual([
      'starter',
      STABILITY_MODEL,
    ]);
  });
});
