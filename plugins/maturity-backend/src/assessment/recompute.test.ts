import fc from 'fast-check';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  entityId,
  knowEntities,
} from '../facts/__testUtils__/events';
import {
  built,
  createScene,
  DAY_MS,
  deployed,
  ENTITY,
  MINUTE_MS,
  payments,
  START,
  type Scene,
} from './__testUtils__/scene';
import { AssessmentStore } from './AssessmentStore';
import { assessMaterial, readMaterial, recompute } from './recompute';
import { readSnapshot } from './readSnapshot';
import { toStoredVerdict } from './domain/storedVerdict';
import { verdictRows } from './domain/verdictDiff';

jest.setTimeout(120_000);

const databases = contractDatabases();

type Step =
  | { what: 'deploy'; daysAgo: number; manual: boolean; failed: boolean }
  | { what: 'build'; daysAgo: number; failed: boolean; minutes: number }
  | { what: 'amend'; deployment: number; manual: boolean }
  | { what: 'wait'; minutes: number }
  | { what: 'catalog'; owner: string };

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
    }),
  },
);

async function play(scene: Scene, steps: readonly Step[]): Promise<void> {
  await knowEntities(scene.knex, [payments]);
  await scene.worker.runDue();
  const deployments: { id: string; at: number }[] = [];
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
      case 'wait':
        scene.setTime(now + action.minutes * MINUTE_MS);
        break;
      default:
        await knowEntities(scene.knex, [
          { ...payments, spec: { ...payments.spec, owner: action.owner } },
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

          for (const model of ['caict-part3', 'starter']) {
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
      { numRuns: database === 'SQLite' ? 15 : 5 },
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
        from: times[0],
        to: START,
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
