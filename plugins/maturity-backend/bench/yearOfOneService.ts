/*
 * Reads of a year of one busy service, in the service layer: 200 runs, 20
 * deployments and 40 changes a day, on every database of openDatabases.
 *
 *   cold  nothing is kept: what the first one who asks waits for
 *   kept  the question was asked before and nothing has happened since
 *   live  an event of the service comes in before every 50th question
 */
import type { Knex } from 'knex';
import type { IncomingEvent } from '../src/ingest/EventStore';
import { readKnownEntity } from '../src/assessment/readKnownEntity';
import type { AssessmentContext } from '../src/assessment/AssessmentContext';
import { CalendarStore, readCalendars } from '../src/calendars';
import { DatabaseEventStore } from '../src/facts';
import {
  component,
  deploymentEvent,
  factEvent,
  knowEntities,
  runEvent,
} from '../src/facts/__testUtils__/events';
import { builtInMetrics, MetricRegistry } from '../src/metrics';
import { DatabaseModelStore } from '../src/models';
import { MeasurementReader } from '../src/reads/MeasurementReader';
import { openDatabases, type BenchDatabase } from './openDatabases';
import { printRow, timeCalls, timingOf } from './percentiles';

const DAY = 86_400_000;
const MINUTE = 60_000;
const DAYS = 365;
const RUNS = 200;
const DEPLOYMENTS = 20;
const CHANGES = 40;
const NOW = Date.UTC(2026, 10, 20, 5, 30);
const ENTITY = 'component:default/payments';
const TIME_ZONE = 'Asia/Shanghai';
const WARM_UP = 20;
const CALLS = 400;
const COLD_CALLS = 5;
const EVENT_EVERY = 50;

const SOME = [
  'build-success-rate',
  'build-duration',
  'red-build-fix-time',
  'deployment-frequency',
  'deployment-failure-rate',
  'change-lead-time',
];

function* history(): Iterable<IncomingEvent> {
  for (let day = DAYS; day >= 1; day -= 1) {
    const begin = NOW - day * DAY;
    for (let i = 0; i < RUNS; i += 1) {
      const finishedAt = begin + Math.floor((i * DAY) / RUNS);
      yield runEvent({
        id: `run-${day}-${i}`,
        key: `${day}-${i}`,
        occurredAt: finishedAt,
        fields: {
          pipeline: 'build',
          branch: 'main',
          trunk: i % 2 === 0,
          attempt: 1,
          commit: `commit-${day}-${i % CHANGES}`,
          commitAt: finishedAt - 12 * MINUTE,
          startedAt: finishedAt - 10 * MINUTE,
          finishedAt,
          outcome: i % 11 === 0 ? 'failure' : 'success',
        },
      });
    }
    for (let i = 0; i < CHANGES; i += 1) {
      const at = begin + Math.floor((i * DAY) / CHANGES);
      yield factEvent({
        id: `change-${day}-${i}`,
        kind: 'change',
        key: `${day}-${i}`,
        occurredAt: at,
        fields: {
          form: 'push',
          trunk: true,
          author: `author-${i % 9}`,
          commits: 2,
          firstCommitAt: at - 3 * 60 * MINUTE,
          createdAt: at,
          mergedAt: at,
          mergeSha: `commit-${day}-${i}`,
        },
      });
    }
    for (let i = 0; i < DEPLOYMENTS; i += 1) {
      yield deploymentEvent({
        id: `deployment-${day}-${i}`,
        finishedAt: begin + Math.floor((i * DAY) / DEPLOYMENTS),
        fields: {
          execution: 'pipeline',
          commit: `commit-${day}-${i * 2}`,
          outcome: i % 19 === 0 ? 'failure' : 'success',
        },
      });
    }
  }
}

async function createContext(knex: Knex): Promise<AssessmentContext> {
  return {
    knex,
    models: await DatabaseModelStore.create({
      knex,
      models: [],
      timeZone: TIME_ZONE,
      primaryModel: [],
    }),
    metrics: builtInMetrics,
    calendars: await CalendarStore.create({
      knex,
      calendars: await readCalendars([]),
      workCalendar: 'cn-work',
    }),
    timeZone: TIME_ZONE,
    sourceOrder: ['ci'],
    staleAfter: {},
  };
}

async function measureDatabase({ name, settings, knex }: BenchDatabase) {
  const context = await createContext(knex);
  const store = DatabaseEventStore.create({ knex });
  const ingest = (...events: IncomingEvent[]) =>
    store.append({
      source: { name: 'ci', entities: 'all' },
      events,
      receivedAt: NOW,
    });
  await knowEntities(knex, [component('payments')]);
  let batch: IncomingEvent[] = [];
  for (const event of history()) {
    batch.push(event);
    if (batch.length === 500) {
      await ingest(...batch);
      batch = [];
    }
  }
  await ingest(...batch);
  if (name === 'PostgreSQL') {
    await knex.raw('analyze');
  }
  const entity = (await readKnownEntity(knex, {
    entityRef: ENTITY,
    knownAt: Number.MAX_SAFE_INTEGER,
  }))!;
  const window = { from: NOW - DAYS * DAY, to: NOW + DAY };
  const createReader = () =>
    MeasurementReader.create({
      context,
      metrics: MetricRegistry.create(builtInMetrics),
      clock: { now: () => NOW },
    });
  const questions: [string, (reader: MeasurementReader) => Promise<unknown>][] =
    [
      [
        `${SOME.length} metrics`,
        reader => reader.measure({ entity, metrics: SOME, window }),
      ],
      [
        `all ${builtInMetrics.length} metrics`,
        reader => reader.measure({ entity, window }),
      ],
      [
        'series by week',
        reader =>
          reader.series({
            entity,
            metric: 'build-duration',
            bucket: 'week',
            window,
          }),
      ],
      [
        'series by day',
        reader =>
          reader.series({
            entity,
            metric: 'deployment-frequency',
            bucket: 'day',
            window,
          }),
      ],
    ];
  process.stdout.write(`\n${name} (${settings})\n\n`);
  printRow(
    'a year of',
    'cold p50 ms',
    'kept p95 ms',
    'live p50 ms',
    'live p95 ms',
  );
  printRow('---', '---', '---', '---', '---');
  let more = 0;
  for (const [title, ask] of questions) {
    const cold = await timeCalls(COLD_CALLS, () => ask(createReader()));
    const reader = createReader();
    await timeCalls(WARM_UP, () => ask(reader));
    const kept = await timeCalls(CALLS, () => ask(reader));
    const live: number[] = [];
    for (let call = 0; call < CALLS; call += 1) {
      if (call % EVENT_EVERY === 0) {
        more += 1;
        await ingest(
          deploymentEvent({ id: `more-${more}`, finishedAt: NOW - more }),
        );
      }
      live.push(...(await timeCalls(1, () => ask(reader))));
    }
    const liveTiming = timingOf(live);
    printRow(
      title,
      timingOf(cold).p50,
      timingOf(kept).p95,
      liveTiming.p50,
      liveTiming.p95,
    );
  }
}

async function main() {
  const { databases, close } = await openDatabases();
  try {
    for (const database of databases) {
      await measureDatabase(database);
    }
  } finally {
    await close();
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
