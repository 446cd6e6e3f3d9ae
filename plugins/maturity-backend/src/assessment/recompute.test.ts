import {
  SESSION_CALENDAR_ANNOTATION,
  type IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  correction,
  entityId,
  factEvent,
  knowEntities,
} from '../facts/__testUtils__/events';
import { CalendarStore, readCalendars } from '../calendars';
import { attest, withdraw } from './__testUtils__/attest';
import {
  built,
  createScene as createAnyScene,
  DAY_MS,
  deployed,
  ENTITY,
  MINUTE_MS,
  MODEL,
  payments as deliveryPayments,
  START,
  testPacks,
  type Scene,
} from './__testUtils__/scene';
import {
  STABILITY_ANNOTATIONS,
  STABILITY_MODEL,
  stabilityPack,
} from './__testUtils__/stabilityPack';
import { AssessmentStore } from './AssessmentStore';
import { assessMaterial, readMaterial, recompute } from './recompute';
import { markOutdated } from './markOutdated';
import { readSnapshot } from './readSnapshot';
import { toStoredVerdict } from './domain/storedVerdict';
import { verdictRows } from './domain/verdictDiff';

jest.setTimeout(120_000);

const databases = contractDatabases();

const payments = component('payments', {
  ...deliveryPayments.metadata.annotations,
  ...STABILITY_ANNOTATIONS,
});

async function createScene(knex: Knex): Promise<Scene> {
  return createAnyScene(knex, {
    packs: [...(await testPacks()), stabilityPack],
  });
}

type Step =
  | { what: 'deploy'; daysAgo: number; manual: boolean; failed: boolean }
  | { what: 'build'; daysAgo: number; failed: boolean; minutes: number }
  | { what: 'amend'; deployment: number; manual: boolean }
  | { what: 'incident'; daysAgo: number; hours: number | undefined }
  | { what: 'restore'; incident: number }
  | { what: 'exclude'; incident: number; exclude: boolean }
  | { what: 'correct'; incident: number; change: number }
  | { what: 'attest'; days: number; approved: boolean }
  | { what: 'withdraw'; decision: number }
  | { what: 'calendar'; holidayDaysAgo: number }
  | { what: 'neighbour'; daysAgo: number; run: number; trunk: boolean }
  | { what: 'wait'; minutes: number }
  | { what: 'catalog'; owner: string; session: string };

/** What people may find out about an incident. */
const CORRECTIONS: readonly { fields?: IncidentFields; clears?: string[] }[] = [
  { fields: { impact: 'degraded' } },
  { fields: { impact: 'outage', cause: 'change' } },
  { fields: { scheduled: true } },
  { fields: { restoredAt: START - DAY_MS } },
  { fields: { detectedBy: 'monitoring', deployment: 'd0-0' } },
  { clears: ['restoredAt', 'scheduled'] },
];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('deploy' as const),
      daysAgo: fc.double({ min: -0.001, max: 120, noNaN: true }),
      manual: fc.boolean(),
      failed: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('build' as const),
      daysAgo: fc.double({ min: 0, max: 120, noNaN: true }),
      failed: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 2000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('amend' as const),
      deployment: fc.nat(20),
      manual: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('incident' as const),
      daysAgo: fc.double({ min: 0, max: 120, noNaN: true }),
      hours: fc.option(fc.integer({ min: -1, max: 60 }), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('restore' as const),
      incident: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('exclude' as const),
      incident: fc.nat(20),
      exclude: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('correct' as const),
      incident: fc.nat(20),
      change: fc.nat(CORRECTIONS.length - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('withdraw' as const),
      decision: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('calendar' as const),
      holidayDaysAgo: fc.nat(100),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('attest' as const),
      days: fc.integer({ min: 1, max: 60 }),
      approved: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('neighbour' as const),
      daysAgo: fc.double({ min: 0, max: 120, noNaN: true }),
      run: fc.nat(1),
      trunk: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('wait' as const),
      minutes: fc.integer({ min: 1, max: 30 * 24 * 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('catalog' as const),
      owner: fc.constantFrom('', 'team-a', 'team-b'),
      session: fc.constantFrom('', 'cn-exchange', '24x7', 'moon'),
    }),
  },
);

async function play(scene: Scene, steps: readonly Step[]): Promise<void> {
  await knowEntities(scene.knex, [payments, component('neighbour')]);
  await scene.worker.runDue();
  const deployments: { id: string; at: number }[] = [];
  const incidents: string[] = [];
  for (const [index, action] of steps.entries()) {
    const now = scene.clock.now();
    switch (action.what) {
      case 'deploy': {
        // Several at a time, or no ratio would ever have enough of a sample.
        const batch = Array.from({ length: 6 }, (_, part) => ({
          id: `d${index}-${part}`,
          at: Math.round(now - action.daysAgo * DAY_MS) + part,
        }));
        deployments.push(...batch);
        await scene.ingest(
          ...batch.map(({ id, at }) =>
            deployed(id, at, {
              execution: action.manual ? 'manual' : 'pipeline',
              outcome: action.failed ? 'failure' : 'success',
            }),
          ),
        );
        break;
      }
      case 'build':
        await scene.ingest(
          ...Array.from({ length: 4 }, (_, part) => {
            const at = Math.round(now - action.daysAgo * DAY_MS) + part;
            return built(`b${index}-${part}`, at, {
              outcome: action.failed ? 'failure' : 'success',
              commitAt: at - action.minutes * MINUTE_MS,
            });
          }),
        );
        break;
      case 'incident': {
        const startedAt = Math.round(now - action.daysAgo * DAY_MS);
        incidents.push(`i${index}`);
        await scene.ingest(
          factEvent({
            id: `i${index}`,
            kind: 'incident',
            key: `i${index}`,
            occurredAt: startedAt,
            fields: {
              startedAt,
              ...(action.hours !== undefined && {
                restoredAt: startedAt + action.hours * 60 * MINUTE_MS,
              }),
            },
          }),
        );
        break;
      }
      case 'restore': {
        const key = incidents[action.incident % incidents.length];
        if (key) {
          await scene.ingest(
            factEvent({
              id: `restore-${index}`,
              kind: 'incident',
              key,
              occurredAt: now,
              fields: { restoredAt: now },
            }),
          );
        }
        break;
      }
      case 'exclude': {
        const key = incidents[action.incident % incidents.length];
        if (key) {
          await scene.ingest(
            correction({
              id: `correct-${index}`,
              kind: 'incident',
              key,
              exclude: action.exclude,
              occurredAt: now,
            }),
          );
        }
        break;
      }
      case 'correct': {
        const key = incidents[action.incident % incidents.length];
        if (key) {
          await scene.ingest(
            correction({
              id: `change-${index}`,
              kind: 'incident',
              key,
              ...CORRECTIONS[action.change],
              occurredAt: now + index,
            }),
          );
        }
        break;
      }
      case 'withdraw': {
        const decisions: { id: string }[] = await scene
          .knex('decision')
          .groupBy('decision_id')
          .orderByRaw('min(seq)')
          .select('decision_id as id');
        const decision = decisions[action.decision % decisions.length];
        if (decision) {
          await withdraw(scene.knex, { id: decision.id, at: now });
        }
        break;
      }
      case 'calendar': {
        const shipped = await readCalendars([]);
        const day = new Date(now - action.holidayDaysAgo * DAY_MS);
        const holiday = day.toISOString().slice(0, 10);
        await CalendarStore.create({
          knex: scene.knex,
          workCalendar: 'cn-work',
          calendars: shipped.map(calendar => ({
            ...calendar,
            holidays: [...new Set([...calendar.holidays, holiday])].sort(),
          })),
        });
        await scene.calendars.refresh();
        await markOutdated(scene.knex, { now });
        break;
      }
      case 'attest':
        await attest(scene.knex, {
          at: now,
          validTo: now + action.days * DAY_MS,
          approved: action.approved,
        });
        break;
      case 'amend': {
        const target = deployments[action.deployment % deployments.length];
        if (target) {
          const again = deployed(target.id, target.at, {
            execution: action.manual ? 'manual' : 'pipeline',
          });
          again.event.eventId = `amend-${index}`;
          again.event.statements[0].occurredAt = target.at + index;
          await scene.ingest(again);
        }
        break;
      }
      case 'neighbour': {
        const at = Math.round(now - action.daysAgo * DAY_MS);
        const told = built(`n${action.run}`, at, { trunk: action.trunk });
        told.event.eventId = `neighbour-${index}`;
        told.event.entityRef = 'component:default/neighbour';
        await scene.ingest(told);
        break;
      }
      case 'wait':
        scene.setTime(now + action.minutes * MINUTE_MS);
        break;
      default:
        await knowEntities(scene.knex, [
          {
            ...payments,
            metadata: {
              ...payments.metadata,
              annotations: {
                ...payments.metadata.annotations,
                ...(action.session && {
                  [SESSION_CALENDAR_ANNOTATION]: action.session,
                }),
              },
            },
            spec: { ...payments.spec, owner: action.owner },
          },
        ]);
    }
    await scene.worker.runDue();
  }
  await scene.worker.stop();
}

describe.each(CONTRACT_DATABASES)('recompute on %s', database => {
  it('gives every stored verdict again, whatever became known since', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 14 }),
        async steps => {
          const knex = await databases.create(database);
          const scene = await createScene(knex);
          await play(scene, steps);
          const id = await entityId(knex, ENTITY);

          for (const model of [MODEL, STABILITY_MODEL, 'starter']) {
            const store = AssessmentStore.create({ knex });
            const changes = await store.listChanges({ entityId: id, model });
            expect(changes.length).toBeGreaterThan(0);
            for (const change of changes) {
              const again = await recompute(scene.context, {
                entityId: id,
                model,
                asOf: change.asOf,
                knownAt: change.knownAt,
              });
              const [version] = again!.verdicts;
              const { root } = toStoredVerdict(version.verdict);
              expect(root.levels).toEqual(change.to);
              const rows = new Map(
                verdictRows(root).map(row => [`${row.kind} ${row.node}`, row]),
              );
              for (const row of change.changes.rows) {
                expect(
                  JSON.parse(
                    JSON.stringify(rows.get(`${row.kind} ${row.node}`)),
                  ),
                ).toEqual(row);
              }
            }
          }

          const stored = await AssessmentStore.create({ knex }).read(id);
          for (const assessment of stored.assessments) {
            const again = await recompute(scene.context, {
              entityRef: ENTITY,
              model: assessment.model,
              asOf: assessment.asOf,
              knownAt: assessment.knownAt,
            });
            expect(
              JSON.parse(
                JSON.stringify(toStoredVerdict(again!.verdicts[0].verdict)),
              ),
            ).toEqual(assessment.verdict);
            expect(JSON.parse(JSON.stringify(again!.measurements))).toEqual(
              stored.measurements,
            );
          }
        },
      ),
      { numRuns: database === 'SQLite file' ? 15 : 5 },
    );
  });

  it('gives the same from one read for many times as from a read for each', async () => {
    const knex = await databases.create(database);
    const scene = await createScene(knex);
    await play(scene, [
      { what: 'deploy', daysAgo: 100, manual: false, failed: false },
      { what: 'deploy', daysAgo: 60, manual: true, failed: false },
      { what: 'build', daysAgo: 50, failed: true, minutes: 20 },
      { what: 'build', daysAgo: 20, failed: false, minutes: 20 },
      { what: 'deploy', daysAgo: 10, manual: false, failed: true },
      { what: 'deploy', daysAgo: 5, manual: false, failed: false },
      { what: 'incident', daysAgo: 70, hours: 40 * 24 },
      { what: 'incident', daysAgo: 30, hours: 3 },
      { what: 'incident', daysAgo: 3, hours: undefined },
      { what: 'attest', days: 30, approved: true },
    ]);
    const id = await entityId(knex, ENTITY);
    const times = Array.from(
      { length: 16 },
      (_, index) => START - (15 - index) * 8 * DAY_MS,
    );
    const material = await readSnapshot(knex, tx =>
      readMaterial(scene.context, {
        knex: tx,
        entityId: id,
        times,
      }),
    );
    for (const asOf of times) {
      const single = await recompute(scene.context, { entityId: id, asOf });
      const { measurements, verdicts } = assessMaterial(
        scene.context,
        material!,
        { asOf },
      );
      expect(measurements).toEqual(single!.measurements);
      expect(verdicts).toEqual(single!.verdicts);
    }
  });

  it('knows nothing of an entity before the catalog did', async () => {
    const knex = await databases.create(database);
    const scene = await createScene(knex);
    const before = (await knex('knowledge').first()).seq;
    await knowEntities(knex, [component('later')]);
    const entityRef = 'component:default/later';
    await expect(
      recompute(scene.context, {
        entityRef,
        asOf: START,
        knownAt: Number(before),
      }),
    ).resolves.toBeUndefined();
    await expect(
      recompute(scene.context, { entityRef, asOf: START }),
    ).resolves.toBeDefined();
  });
});
