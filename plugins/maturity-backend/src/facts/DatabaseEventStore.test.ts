import {
  FACT_KINDS,
  StatementRank,
  type FactFields,
  type FactKind,
  type MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { gunzipSync } from 'node:zlib';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import type { EventSource, IncomingEvent } from '../ingest/EventStore';
import {
  component,
  correction,
  countRows,
  deploymentEvent,
  entityId,
  factEvent,
  incoming,
  knowEntities,
  runEvent,
} from './__testUtils__/events';
import { DatabaseEventStore } from './DatabaseEventStore';
import { compareText } from './domain/compareText';
import { tableOf } from './domain/tableOf';
import { toFields } from './factRows';
import { rebuildFacts } from './rebuildFacts';
import { resolveUnmapped } from './resolveUnmapped';
import { sourceStatuses } from './sourceStatuses';

const ci: EventSource = { name: 'ci', entities: 'all' };
const receivedAt = 5_000;

describe.each(CONTRACT_DATABASES)('DatabaseEventStore on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;
  let store: DatabaseEventStore;

  const append = (...events: IncomingEvent[]) =>
    store.append({ source: ci, events, receivedAt });

  beforeEach(async () => {
    knex = await databases.create(name);
    store = DatabaseEventStore.create({ knex });
    await knowEntities(knex, [
      component('payments', { 'github.com/project-slug': 'Acme/Payments' }),
      component('ledger', {
        'github.com/project-slug': 'acme/payments',
        'devops-scorecards.io/service-id': 'ledger-prod',
      }),
    ]);
    await knex('due').delete();
  });

  afterEach(async () => {
    await knex.destroy();
  });

  it('stores an event, its fact, whose it is and what is due', async () => {
    const seq = (await currentKnowledge(knex)) + 1;
    const results = await append(
      runEvent({
        id: 'a',
        key: '7#1',
        occurredAt: 1_234,
        fields: {
          pipeline: 'build',
          trunk: true,
          attempt: 1,
          startedAt: 1_000,
          finishedAt: 1_234,
          outcome: 'success',
        },
      }),
    );
    expect(results).toEqual([
      {
        index: 0,
        id: 'a',
        status: 'stored',
        seq,
        entityRef: 'component:default/payments',
        code: 202,
      },
    ]);
    const id = await entityId(knex, 'component:default/payments');
    expect(
      await knex('run').select('key', 'pipeline', 'trunk', 'outcome'),
    ).toEqual([
      { key: '7#1', pipeline: 'build', trunk: 1, outcome: 'success' },
    ]);
    const [attribution] = await knex('run_entity').select('*');
    expect({
      entity: attribution.entity_id,
      at: Number(attribution.at),
      seq: Number(attribution.seq),
      open: attribution.is_open,
    }).toEqual({ entity: id, at: 1_234, seq, open: 0 });
    const [due] = await knex('due').select('*');
    expect([due.entity_id, Number(due.due_at), Number(due.marked_seq)]).toEqual(
      [id, receivedAt, seq],
    );
    const [binding] = await knex('source_binding').select('*');
    expect([binding.kind, Number(binding.since), Number(binding.seq)]).toEqual([
      'run',
      1_234,
      seq,
    ]);
    expect(await currentKnowledge(knex)).toBe(seq);
  });

  it('keeps the raw body compressed', async () => {
    const body = Buffer.from('{"any":"bytes","\u00fc":1}');
    await append(
      incoming({ eventId: 'a' }, { contentType: 'application/json', body }),
    );
    const row = await knex('event_raw').first();
    expect(row.content_type).toBe('application/json');
    expect(gunzipSync(row.body)).toEqual(body);
  });

  it('answers the same event again without writing anything', async () => {
    const event = deploymentEvent({ id: 'a', finishedAt: 1 });
    const [first] = await append(event);
    const before = await countRows(knex);
    const known = await currentKnowledge(knex);
    expect(await append(event)).toEqual([
      { ...first, status: 'duplicate', code: 202 },
    ]);
    expect(await countRows(knex)).toEqual(before);
    expect(await currentKnowledge(knex)).toBe(known);
  });

  it('tells sources apart that use the same ids', async () => {
    const event = deploymentEvent({ id: 'a', finishedAt: 1 });
    await append(event);
    const [again] = await store.append({
      source: { name: 'other', entities: 'all' },
      events: [event],
      receivedAt,
    });
    expect(again.status).toBe('stored');
    expect(await countRows(knex)).toMatchObject({ deployment: 2 });
  });

  it('quarantines other content under the same id, once', async () => {
    const [first] = await append(deploymentEvent({ id: 'a', finishedAt: 1 }));
    const other = deploymentEvent({ id: 'a', finishedAt: 2 });
    for (const _ of [1, 2]) {
      expect(await append(other)).toEqual([
        {
          index: 0,
          id: 'a',
          status: 'conflict',
          seq: first.seq,
          code: 409,
          message: expect.stringContaining('an id of its own'),
        },
      ]);
    }
    expect(await countRows(knex)).toMatchObject({
      event_log: 1,
      event_conflict: 1,
      deployment: 1,
    });
    const [deployment] = await knex('deployment').select('finished_at');
    expect(Number(deployment.finished_at)).toBe(1);
  });

  it('finds duplicates and conflicts within one delivery', async () => {
    const event = deploymentEvent({ id: 'a', finishedAt: 1 });
    const results = await append(
      event,
      event,
      deploymentEvent({ id: 'a', finishedAt: 2 }),
      deploymentEvent({ id: 'b', finishedAt: 3 }),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'stored',
      'duplicate',
      'conflict',
      'stored',
    ]);
    expect(results[3].seq).toBe(results[0].seq! + 1);
    expect(results[1].seq).toBe(results[0].seq);
  });

  it('folds several statements about one fact in one delivery', async () => {
    await append(
      runEvent({
        id: 'end',
        key: '7',
        occurredAt: 30,
        fields: { finishedAt: 30, outcome: 'failure', branch: 'main' },
      }),
      runEvent({
        id: 'start',
        key: '7',
        rank: StatementRank.Started,
        occurredAt: 20,
        fields: { startedAt: 20, branch: 'guess' },
      }),
      runEvent({
        id: 'queue',
        key: '7',
        rank: StatementRank.Queued,
        occurredAt: 10,
        fields: { queuedAt: 10 },
      }),
    );
    const rows = await knex('run').select('*');
    expect(rows).toHaveLength(1);
    expect({
      branch: rows[0].branch,
      queued: Number(rows[0].queued_at),
      started: Number(rows[0].started_at),
      finished: Number(rows[0].finished_at),
    }).toEqual({ branch: 'main', queued: 10, started: 20, finished: 30 });
    expect(Number(rows[0].last_seq) - Number(rows[0].first_seq)).toBe(2);
    expect(await countRows(knex)).toMatchObject({
      fact_event: 3,
      run_entity: 1,
      source_binding: 1,
    });
  });

  it('moves the attribution when a run ends, and keeps since when', async () => {
    const [started] = await append(
      runEvent({
        id: 'start',
        key: '7',
        rank: StatementRank.Started,
        fields: { startedAt: 20 },
      }),
    );
    const [open] = await knex('run_entity').select('*');
    expect([Number(open.at), open.is_open]).toEqual([20, 1]);
    await append(runEvent({ id: 'end', key: '7', fields: { finishedAt: 99 } }));
    const rows = await knex('run_entity').select('*');
    expect(
      rows.map(row => [Number(row.at), row.is_open, Number(row.seq)]),
    ).toEqual([[99, 0, started.seq]]);
  });

  it('adds a binding when an earlier time becomes known, and only then', async () => {
    await append(
      deploymentEvent({ id: 'a', finishedAt: 50 }),
      deploymentEvent({ id: 'b', finishedAt: 40 }),
    );
    await append(deploymentEvent({ id: 'c', finishedAt: 60 }));
    await append(deploymentEvent({ id: 'd', finishedAt: 10 }));
    const rows = await knex('source_binding').orderBy('seq').select('since');
    expect(rows.map(({ since }) => Number(since))).toEqual([40, 10]);
  });

  it('stores facts of every kind as they were told', async () => {
    const told: { [K in FactKind]: FactFields[K] } = {
      run: { pipeline: 'build', trunk: false, attempt: 2, finishedAt: 9 },
      deployment: { pipeline: 'release', strategy: 'canary', finishedAt: 9 },
      change: { commits: 3, bot: false, mergedAt: 9 },
      'work-item': { form: 'action', dueAt: 9, dropped: true, incident: 'I-1' },
      incident: {
        impact: 'outage',
        startedAt: 1,
        restoredAt: 9,
        alertKey: '键',
      },
      alert: { severity: 'critical', startedAt: 1, actionable: true },
      measure: { name: 'unit-coverage', part: 84.39, total: 100, value: -1e-7 },
    };
    await append(
      ...FACT_KINDS.map(kind =>
        factEvent({ id: kind, kind, key: `${kind} 1`, fields: told[kind] }),
      ),
    );
    const id = await entityId(knex, 'component:default/payments');
    for (const kind of FACT_KINDS) {
      const { fact, whose } = tableOf(kind);
      const rows = await knex(fact).select('*');
      expect(rows.map(row => toFields(kind, row))).toEqual([told[kind]]);
      expect(rows[0]).toMatchObject({ state: 'live', corrected: 0 });
      expect(await knex(whose).pluck('entity_id')).toEqual([id]);
    }
    expect(
      (await knex('source_binding').pluck('kind')).sort(compareText),
    ).toEqual([...FACT_KINDS].sort(compareText));
  });

  it('connects an entity before its first fact', async () => {
    const [result] = await append(
      incoming({
        eventId: 'hello',
        entityRef: 'component:default/payments',
        connects: [
          { kind: 'incident', since: 700 },
          { kind: 'alert', since: 800 },
        ],
      }),
    );
    expect(result).toMatchObject({
      status: 'stored',
      entityRef: 'component:default/payments',
    });
    const rows = await knex('source_binding').orderBy('kind').select('*');
    expect(rows.map(({ kind, since }) => [kind, Number(since)])).toEqual([
      ['alert', 800],
      ['incident', 700],
    ]);
    expect(await countRows(knex)).toMatchObject({ due: 1, fact_event: 0 });
  });

  it('connects an entity later that nobody knows yet', async () => {
    await append(
      incoming({
        eventId: 'hello',
        entityRef: 'component:default/late',
        connects: [{ kind: 'incident', since: 700 }],
      }),
    );
    expect(await countRows(knex)).toMatchObject({ source_binding: 0, due: 0 });
    await knowEntities(knex, [component('late')]);
    await knex('due').delete();
    expect(await resolveUnmapped({ knex, now: 9, allows: () => true })).toBe(1);
    const id = await entityId(knex, 'component:default/late');
    const seq = await currentKnowledge(knex);
    const [binding] = await knex('source_binding').select('*');
    expect([
      binding.entity_id,
      Number(binding.since),
      Number(binding.seq),
    ]).toEqual([id, 700, seq]);
    expect(await knex('due').pluck('entity_id')).toEqual([id]);
    // A rebuild reads the log again and leaves bindings alone.
    expect(await rebuildFacts({ knex })).toBe(1);
    expect(await countRows(knex)).toMatchObject({ source_binding: 1 });
  });

  it('reads events that were stored before connections were kept', async () => {
    await append(
      factEvent({ id: 'a', kind: 'incident', key: 'I-1', fields: {} }),
    );
    expect(await knex('event_log').pluck('connects')).toEqual([null]);
    expect(await rebuildFacts({ knex })).toBe(1);
    expect(await countRows(knex)).toMatchObject({ incident: 1 });
  });

  it('leaves bindings alone when a person corrects a fact', async () => {
    await append(
      factEvent({ id: 'a', kind: 'incident', key: 'I-1', occurredAt: 50 }),
      correction({
        id: 'c',
        kind: 'incident',
        key: 'I-1',
        exclude: true,
        occurredAt: 10,
      }),
    );
    const rows = await knex('source_binding').select('since');
    expect(rows.map(({ since }) => Number(since))).toEqual([50]);
    expect(await knex('incident').select('state', 'corrected')).toEqual([
      { state: 'excluded', corrected: 1 },
    ]);
  });

  it('marks every entity that a changed fact counts to', async () => {
    await append(
      deploymentEvent({
        id: 'a',
        finishedAt: 1,
        event: {
          entityRef: undefined,
          aliases: [
            { scheme: 'repository', value: 'github.com/acme/payments' },
          ],
        },
      }),
    );
    await knex('due').delete();
    await append(
      correction({ id: 'c', kind: 'deployment', key: 'a', exclude: true }),
    );
    expect(await countRows(knex)).toMatchObject({ due: 2 });
  });

  it('takes in an alert storm', async () => {
    const size = 1_200;
    const storm = [...Array(size).keys()].map(index =>
      factEvent({
        id: `${index}`,
        kind: 'alert',
        key: `disk@${index}`,
        occurredAt: index,
        fields: { alertKey: 'disk', severity: 'critical', startedAt: index },
      }),
    );
    for (let start = 0; start < size; start += 500) {
      const results = await append(...storm.slice(start, start + 500));
      expect(results.every(({ status }) => status === 'stored')).toBe(true);
    }
    expect(await countRows(knex)).toMatchObject({
      event_log: size,
      alert: size,
      alert_entity: size,
      source_binding: 1,
      due: 1,
    });
  });

  it('counts what a source has brought as the log does', async () => {
    const lost: Partial<MappedEvent> = { entityRef: 'component:default/late' };
    await append(
      deploymentEvent({ id: 'a', finishedAt: 1 }),
      deploymentEvent({ id: 'b', finishedAt: 1, event: lost }),
      deploymentEvent({ id: 'c', finishedAt: 1, event: lost }),
      deploymentEvent({ id: 'a', finishedAt: 2 }),
      deploymentEvent({ id: 'a', finishedAt: 2 }),
      deploymentEvent({ id: 'a', finishedAt: 1 }),
      incoming({ eventId: 'a\0' }),
    );
    const only = async () => (await sourceStatuses({ knex }))[0];
    expect(await only()).toEqual({
      source: 'ci',
      events: 3,
      unmapped: 2,
      conflicts: 1,
      refused: 0,
      ahead: 0,
      aheadMs: 0,
      lastReceivedAt: receivedAt,
    });
    await knowEntities(knex, [component('late')]);
    await resolveUnmapped({ knex, now: 9_000, allows: () => true });
    await store.append({
      source: ci,
      events: [
        correction({ id: 'x', kind: 'deployment', key: 'a', exclude: true }),
        deploymentEvent({ id: 'a', finishedAt: 3 }),
      ],
      receivedAt: 8_000,
    });
    // That a person corrected a fact is no sign of life of its source.
    expect(await only()).toEqual({
      source: 'ci',
      events: 3,
      unmapped: 0,
      conflicts: 2,
      refused: 0,
      ahead: 0,
      aheadMs: 0,
      lastReceivedAt: receivedAt,
    });
  });

  it('counts events that came from the future, and by how much', async () => {
    await append(
      incoming({ eventId: 'now', occurredAt: receivedAt + 1_000 }),
      incoming({ eventId: 'soon', occurredAt: receivedAt + 90_000 }),
      incoming({ eventId: 'later', occurredAt: receivedAt + 30_000 }),
    );
    await append(incoming({ eventId: 'x', occurredAt: receivedAt + 60_000 }));
    expect((await sourceStatuses({ knex }))[0]).toMatchObject({
      events: 4,
      ahead: 3,
      aheadMs: 90_000,
    });
  });

  it('lets a repository stand for all of its entities', async () => {
    const [result] = await append(
      deploymentEvent({
        id: 'a',
        finishedAt: 1,
        event: {
          entityRef: undefined,
          aliases: [
            { scheme: 'repository', value: 'github.com/acme/payments' },
          ],
        },
      }),
    );
    expect(result.entityRef).toBe('component:default/ledger');
    expect(await countRows(knex)).toMatchObject({
      deployment: 1,
      deployment_entity: 2,
      due: 2,
    });
  });

  it('believes the most telling name and the entity before all', async () => {
    const aliases: MappedEvent['aliases'] = [
      { scheme: 'service', value: 'unknown' },
      { scheme: 'service', value: 'ledger-prod' },
      { scheme: 'repository', value: 'github.com/acme/payments' },
    ];
    const results = await append(
      incoming({ eventId: 'a', aliases }),
      incoming({
        eventId: 'b',
        aliases,
        entityRef: 'Component:Default/Payments',
      }),
    );
    expect(results.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/ledger',
      'component:default/payments',
    ]);
  });

  it('keeps an event of an entity that nobody knows, and tells of it', async () => {
    const onUnknownEntities = jest.fn();
    store = DatabaseEventStore.create({ knex, onUnknownEntities });
    const results = await append(
      deploymentEvent({
        id: 'a',
        finishedAt: 1,
        event: { entityRef: 'component:default/Missing' },
      }),
      incoming({
        eventId: 'b',
        aliases: [
          { scheme: 'service', value: 'x' },
          { scheme: 'service', value: 'x' },
          { scheme: 'pipeline', value: 'y' },
        ],
      }),
      incoming({ eventId: 'c', eventSource: '/nameless' }),
    );
    expect(
      results.map(({ status, unmapped, code }) => [status, unmapped, code]),
    ).toEqual([
      ['stored', true, 202],
      ['stored-no-fact', true, 202],
      ['stored-no-fact', true, 202],
    ]);
    expect(onUnknownEntities.mock.calls).toEqual([
      [['component:default/missing']],
    ]);
    expect(
      await knex('unmapped_event')
        .orderBy(['seq', 'scheme'])
        .select('scheme', 'value'),
    ).toEqual([
      { scheme: 'entity', value: 'component:default/missing' },
      { scheme: 'pipeline', value: 'y' },
      { scheme: 'service', value: 'x' },
      { scheme: 'event-source', value: '/nameless' },
    ]);
    expect(await countRows(knex)).toMatchObject({
      deployment: 1,
      deployment_entity: 0,
      source_binding: 0,
      due: 0,
    });
  });

  it('refuses what is outside the allow list and keeps the neighbours', async () => {
    const source: EventSource = {
      name: 'ci',
      entities: ref => ref === 'component:default/payments',
    };
    const results = await store.append({
      source,
      receivedAt,
      events: [
        deploymentEvent({ id: 'a', finishedAt: 1 }),
        deploymentEvent({
          id: 'b',
          finishedAt: 1,
          event: { entityRef: 'component:default/ledger' },
        }),
        deploymentEvent({
          id: 'c',
          finishedAt: 1,
          event: {
            entityRef: undefined,
            aliases: [{ scheme: 'service', value: 'ledger-prod' }],
          },
        }),
        deploymentEvent({
          id: 'd',
          finishedAt: 1,
          event: { entityRef: 'component:default/nobody-knows' },
        }),
        deploymentEvent({
          id: 'e',
          finishedAt: 1,
          event: {
            entityRef: undefined,
            aliases: [
              { scheme: 'repository', value: 'github.com/acme/payments' },
            ],
          },
        }),
      ],
    });
    expect(
      results.map(({ status, code, entityRef }) => [status, code, entityRef]),
    ).toEqual([
      ['stored', 202, 'component:default/payments'],
      ['refused', 403, undefined],
      ['refused', 403, undefined],
      ['refused', 403, undefined],
      ['stored', 202, 'component:default/payments'],
    ]);
    expect(results[1].message).toBe(
      "Source 'ci' may not speak for 'component:default/ledger'; add it to maturity.sources.ci.entities",
    );
    expect(await countRows(knex)).toMatchObject({
      event_key: 2,
      event_log: 2,
      deployment: 2,
      deployment_entity: 2,
    });
  });

  it('refuses what a database cannot keep and keeps the neighbours', async () => {
    const results = await append(
      incoming({ eventId: 'a\0' }),
      runEvent({ id: 'b', key: 'k'.repeat(513), fields: {} }),
      runEvent({ id: 'c', key: 'k', fields: { startedAt: 0.5 } }),
      deploymentEvent({ id: 'd', finishedAt: 1 }),
    );
    expect(results.map(({ status, code }) => [status, code])).toEqual([
      ['refused', 400],
      ['refused', 400],
      ['refused', 400],
      ['stored', 202],
    ]);
    expect(await countRows(knex)).toMatchObject({ event_log: 1 });
  });

  it('keeps long text, quotes and any script as they are', async () => {
    const branch = `${'长'.repeat(5_000)} "quoted" 'x'; 🚀`;
    await append(runEvent({ id: 'a', key: '键', fields: { branch } }));
    expect(await knex('run').first('key', 'branch')).toEqual({
      key: '键',
      branch,
    });
  });

  it('takes no more statements for 500 events than for 100', async () => {
    const queries: string[] = [];
    knex.on('query', ({ sql }) => queries.push(sql));
    const counts = [];
    for (const size of [100, 500]) {
      const events = [...Array(size).keys()].flatMap(index => [
        runEvent({
          id: `${size}-${index}`,
          key: `${size}-${index >> 1}`,
          rank: index % 2 ? StatementRank.Finished : StatementRank.Started,
          fields: index % 2 ? { finishedAt: 9 } : { startedAt: 5 },
          event: {
            entityRef: `component:default/${index % 3 ? 'payments' : 'ledger'}`,
          },
        }),
      ]);
      queries.length = 0;
      await append(...events);
      counts.push(queries.length);
    }
    expect(counts[0]).toBeLessThan(20);
    expect(counts[1]).toBeLessThanOrEqual(counts[0]);
  });

  it('stores more than goes into one statement', async () => {
    const results = await append(
      ...[...Array(1_203).keys()].map(index =>
        deploymentEvent({ id: `${index}`, finishedAt: index }),
      ),
    );
    expect(new Set(results.map(({ status }) => status))).toEqual(
      new Set(['stored']),
    );
    expect(await countRows(knex)).toMatchObject({
      event_log: 1_203,
      deployment: 1_203,
      deployment_entity: 1_203,
      fact_event: 1_203,
      source_binding: 1,
    });
  });

  it('gives one stored event and duplicates when all come at once', async () => {
    const event = deploymentEvent({ id: 'a', finishedAt: 1 });
    const answers = await Promise.all([...Array(8)].map(() => append(event)));
    const statuses = answers.map(([{ status }]) => status).sort();
    expect(statuses).toEqual([...Array(7).fill('duplicate'), 'stored']);
    expect(await countRows(knex)).toMatchObject({
      event_log: 1,
      deployment: 1,
    });
  });

  it('folds what comes at once in different deliveries', async () => {
    await Promise.all(
      [...Array(10).keys()].map(index =>
        append(
          runEvent({
            id: `${index}`,
            key: '7',
            occurredAt: index,
            rank: StatementRank.Started,
            fields: { branch: `b${index}` },
          }),
        ),
      ),
    );
    expect(await knex('run').select('branch')).toEqual([{ branch: 'b9' }]);
    expect(await countRows(knex)).toMatchObject({ fact_event: 10 });
  });

  it('answers nothing to nothing', async () => {
    expect(await append()).toEqual([]);
  });
});
