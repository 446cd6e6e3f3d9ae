import { mockServices } from '@backstage/backend-test-utils';
import {
  MATURITY_MODEL_ANNOTATION,
  type EpochMs,
  type RunFields,
  type DeploymentFields,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  LevelChange,
  LevelChangeListener,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { CalendarStore, readCalendars } from '../../calendars';
import { DatabaseEventStore } from '../../facts';
import {
  component,
  deploymentEvent,
  entityId,
  knowEntities,
  runEvent,
} from '../../facts/__testUtils__/events';
import type { IncomingEvent } from '../../ingest/EventStore';
import { builtInMetrics } from '../../metrics';
import {
  DatabaseModelStore,
  loadModels,
  readModelPacks,
  type ModelPack,
} from '../../models';
import type { AssessmentContext } from '../AssessmentContext';
import { AssessmentWorker } from '../AssessmentWorker';
import { LevelPublisher } from '../LevelPublisher';
import { deliveryPack, MODEL } from './deliveryPack';

export { MODEL } from './deliveryPack';

export const TIME_ZONE = 'Asia/Shanghai';
export const ENTITY = 'component:default/payments';

/** An ordinary working day, 13:46 in the zone of the scene. */
export const START = DateTime.fromISO('2026-11-20T13:46', {
  zone: TIME_ZONE,
}).toMillis();

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** A component with the model of the tests as its primary one. */
export const payments = component('payments', {
  [MATURITY_MODEL_ANNOTATION]: MODEL,
});

/** The starter model, which targets components, and the model of the tests. */
export async function testPacks(): Promise<ModelPack[]> {
  const packs = await readModelPacks([]);
  const starter = packs.filter(({ file }) => file.endsWith('starter.yaml'));
  return [...starter, deliveryPack];
}

/** A portal's assessment on a migrated database, with time in our hands. */
export async function createScene(
  knex: Knex,
  options: {
    packs?: ModelPack[];
    listeners?: LevelChangeListener[];
    sourceOrder?: string[];
  } = {},
) {
  let now = START;
  const clock = { now: () => now };
  const store = DatabaseEventStore.create({ knex });
  const published: string[][] = [];
  const changes: LevelChange[] = [];
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const events = mockServices.events.mock({
    publish: async ({ eventPayload }) => {
      published.push((eventPayload as { entityRefs: string[] }).entityRefs);
    },
  });
  const models = await DatabaseModelStore.create({
    knex,
    models: loadModels({
      packs: options.packs ?? (await testPacks()),
      metrics: new Map(
        builtInMetrics.map(({ definition }) => [definition.id, definition]),
      ),
    }),
    timeZone: TIME_ZONE,
    primaryModel: [],
  });
  const calendars = await CalendarStore.create({
    knex,
    calendars: await readCalendars([]),
    workCalendar: 'cn-work',
  });
  const context: AssessmentContext = {
    knex,
    models,
    metrics: builtInMetrics,
    calendars,
    alertRule: { severity: 'critical', openForMs: 5 * MINUTE_MS },
    timeZone: TIME_ZONE,
    sourceOrder: options.sourceOrder ?? ['ci'],
    staleAfter: {},
  };
  const createWorker = (overrides: Partial<AssessmentContext> = {}) =>
    AssessmentWorker.create({
      context: { ...context, ...overrides },
      publisher: LevelPublisher.create({
        events,
        listeners: [
          { onLevelChange: async change => void changes.push(change) },
          ...(options.listeners ?? []),
        ],
        logger,
      }),
      clock,
      logger,
    });

  return {
    knex,
    clock,
    context,
    models,
    calendars,
    logger,
    published,
    changes,
    worker: createWorker(),
    createWorker,
    setTime(at: EpochMs) {
      now = at;
    },
    /** Ingests events as the source `ci`, received now. */
    async ingest(...incoming: IncomingEvent[]) {
      return store.append({
        source: { name: 'ci', entities: 'all' },
        events: incoming,
        receivedAt: now,
      });
    },
    /** Current row under the primary model. */
    async assessment(ref = ENTITY, model = MODEL) {
      const id = await entityId(knex, ref);
      return knex('assessment').where({ entity_id: id, model }).first();
    },
    /** Change rows, the oldest first. */
    async changeRows(ref = ENTITY, model = MODEL) {
      const id = await entityId(knex, ref);
      return knex('verdict_change')
        .where({ entity_id: id, model })
        .orderBy('seq');
    },
  };
}

/** What {@link createScene} makes. */
export type Scene = Awaited<ReturnType<typeof createScene>>;

/** A production deployment. */
export function deployed(
  id: string,
  at: EpochMs,
  fields: DeploymentFields = { execution: 'pipeline' },
): IncomingEvent {
  return deploymentEvent({ id, finishedAt: at, fields });
}

/** A run of the trunk's pipeline that takes ten minutes from the commit on. */
export function built(
  id: string,
  at: EpochMs,
  fields: RunFields = {},
): IncomingEvent {
  return runEvent({
    id: `run-${id}`,
    key: id,
    occurredAt: at,
    fields: {
      pipeline: 'main',
      trunk: true,
      commit: `commit-${id}`,
      commitAt: at - 10 * MINUTE_MS,
      startedAt: at - 9 * MINUTE_MS,
      finishedAt: at,
      outcome: 'success',
      ...fields,
    },
  });
}

/**
 * History that leaves one criterion short of level 3: 18 of 19 deployments
 * automated, none failed, quick builds.
 */
export function almostLevel3(): IncomingEvent[] {
  return [
    ...Array.from({ length: 19 }, (_, index) =>
      deployed(`d${index}`, START - (index + 1) * DAY_MS, {
        execution: index === 7 ? 'manual' : 'pipeline',
      }),
    ),
    ...Array.from({ length: 40 }, (_, index) =>
      built(`b${index}`, START - (index * 5 + 1) * DAY_MS),
    ),
  ];
}

/** The scene with its entity known and assessed at level 2. */
export async function createPaymentsScene(
  knex: Knex,
  options: Parameters<typeof createScene>[1] = {},
): Promise<Scene> {
  const scene = await createScene(knex, options);
  await knowEntities(knex, [payments]);
  await scene.ingest(...almostLevel3());
  await scene.worker.runDue();
  return scene;
}
