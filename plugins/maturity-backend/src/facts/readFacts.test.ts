import {
  StatementRank,
  type Fact,
  type FactKind,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import type { IncomingEvent } from '../ingest/EventStore';
import {
  component,
  correction,
  deploymentEvent,
  entityId,
  factEvent,
  incoming,
  knowEntities,
  runEvent,
} from './__testUtils__/events';
import { DatabaseEventStore } from './DatabaseEventStore';
import { deleteExpiredRaw } from './deleteExpiredRaw';
import { listUnmapped } from './listUnmapped';
import { readEvent } from './__testUtils__/readEvent';
import { readEventRecord } from './readEventRecord';
import {
  readFactRecords,
  type ReadFactRecordsOptions,
} from './readFactRecords';
import { readFacts, type ReadFactsOptions } from './readFacts';
import { sourceStatuses } from './sourceStatuses';

describe.each(CONTRACT_DATABASES)('reads of facts on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;
  let payments: number;

  beforeEach(async () => {
    knex = await databases.create(name);
    await knowEntities(knex, [component('payments')]);
    payments = await entityId(knex, 'component:default/payments');
  });

  afterEach(async () => {
    await knex.destroy();
  });

  async function append(
    events: IncomingEvent[],
    options: { source?: string; receivedAt?: number } = {},
  ): Promise<number> {
    await DatabaseEventStore.create({ knex }).append({
      source: { name: options.source ?? 'ci', entities: 'all' },
      events,
      receivedAt: options.receivedAt ?? 5_000,
    });
    return await currentKnowledge(knex);
  }

  async function read(options: Partial<ReadFactsOptions> = {}) {
    return await readFacts({
      knex,
      entityId: payments,
      kinds: ['run', 'deployment', 'change'],
      from: 100,
      to: 200,
      knownAt: await currentKnowledge(knex),
      sourceOrder: [],
      staleAfter: {},
      ...options,
    });
  }

  const keys = (facts: Fact[]) => facts.map(({ key }) => key);

  const started = (key: string, startedAt: number) =>
    runEvent({
      id: `start-${key}`,
      key,
      rank: StatementRank.Started,
      occurredAt: startedAt,
      fields: { startedAt },
    });

  const finished = (key: string, finishedAt: number) =>
    runEvent({
      id: `end-${key}`,
      key,
      occurredAt: finishedAt,
      fields: { finishedAt, outcome: 'success' },
    });

  it('takes a half-open window and what is still open', async () => {
    await append([
      ...[99, 100, 199, 200].map(at => finished(`f${at}`, at)),
      ...[99, 100, 199, 200].map(at => started(`s${at}`, at)),
    ]);
    const { facts } = await read();
    expect(keys(facts)).toEqual(['f100', 'f199', 's100', 's199', 's99']);
  });

  it('gives facts as they were told', async () => {
    const knownAt = await append([
      deploymentEvent({
        id: 'd',
        finishedAt: 150,
        fields: { execution: 'pipeline', startedAt: 140 },
        event: { generated: true },
      }),
    ]);
    expect((await read()).facts).toEqual([
      {
        kind: 'deployment',
        source: 'ci',
        key: 'd',
        firstSeq: knownAt,
        lastSeq: knownAt,
        generated: true,
        fields: {
          tier: 'production',
          execution: 'pipeline',
          startedAt: 140,
          finishedAt: 150,
          outcome: 'success',
        },
      },
    ]);
  });

  it('orders by code unit', async () => {
    await append(
      ['b', 'B', 'é', 'a', '键', '10', '9'].map(key => finished(key, 150)),
    );
    expect(keys((await read()).facts)).toEqual([
      '10',
      '9',
      'B',
      'a',
      'b',
      'é',
      '键',
    ]);
  });

  it('answers as it would have at an earlier knowledge', async () => {
    const windows: [number, number][] = [
      [0, 100],
      [100, 200],
      [200, 300],
      [0, 300],
    ];
    const deliveries = [
      [started('x', 150), started('old', 20)],
      [finished('y', 120), started('moving', 110)],
      [finished('x', 250), finished('old', 30)],
      [started('y', 90)],
      [finished('moving', 90)],
      [finished('z', 150)],
    ];
    const then: { knownAt: number; answers: unknown[] }[] = [];
    for (const delivery of deliveries) {
      const knownAt = await append(delivery, { receivedAt: then.length });
      const answers = [];
      for (const [from, to] of windows) {
        answers.push(await read({ from, to }));
      }
      then.push({ knownAt, answers });
    }
    for (const { knownAt, answers } of then) {
      const again = [];
      for (const [from, to] of windows) {
        again.push(await read({ from, to, knownAt }));
      }
      expect(again).toEqual(answers);
    }
    // The same, where the log has grown too far to be asked what changed.
    await knex('knowledge').update({ seq: 1_000_000 });
    for (const { knownAt, answers } of then) {
      expect(await read({ from: 100, to: 200, knownAt })).toEqual(answers[1]);
    }
    expect(await read({ knownAt: then[0].knownAt - 2 })).toEqual({
      facts: [],
      connections: {},
    });
  });

  it('tells connections: since when and last heard of, as known then', async () => {
    const first = await append([finished('x', 150)], { receivedAt: 1_000 });
    await append([finished('y', 50), incoming({ eventId: 'hello' })], {
      receivedAt: 2_000,
    });
    const staleAfter = { ci: 60_000 };
    expect((await read({ staleAfter })).connections).toEqual({
      run: {
        source: 'ci',
        since: 50,
        lastSeen: 2_000,
        staleAfterMs: 60_000,
      },
    });
    expect((await read({ knownAt: first })).connections).toEqual({
      run: {
        source: 'ci',
        since: 150,
        lastSeen: 1_000,
        staleAfterMs: undefined,
      },
    });
  });

  it('reads one source of record for each kind', async () => {
    await append([finished('of-ci', 150)], { source: 'ci' });
    await append([finished('of-github', 150)], { source: 'github' });
    await append([deploymentEvent({ id: 'of-argo', finishedAt: 150 })], {
      source: 'argo',
    });
    const before = await currentKnowledge(knex);
    expect(keys((await read()).facts)).toEqual(['of-argo', 'of-ci']);
    expect(
      keys((await read({ sourceOrder: ['nobody', 'github', 'ci'] })).facts),
    ).toEqual(['of-argo', 'of-github']);
    await knowEntities(knex, [
      component('payments', {
        'devops-scorecards.io/source-of-record': 'run=github, deployment=ci',
      }),
    ]);
    const annotated = await read();
    expect(keys(annotated.facts)).toEqual(['of-github']);
    expect(Object.keys(annotated.connections)).toEqual(['run']);
    expect(keys((await read({ knownAt: before })).facts)).toEqual([
      'of-argo',
      'of-ci',
    ]);
  });

  it('finds what changed while it was reading', async () => {
    const knownAt = await append([started('x', 150)]);
    const expected = await read();
    // The run ends between the look at the window and the look at the past.
    let ended: Promise<unknown> | undefined;
    knex.on('query-response', (_, { sql }) => {
      if (!ended && /is_open = 1/.test(sql)) {
        ended = append([finished('x', 190)]);
      }
    });
    const during = await read({ kinds: ['run'], knownAt });
    await ended;
    expect(during.facts).toEqual(expected.facts);
    expect(await read({ kinds: ['run'], knownAt })).toEqual({
      facts: expected.facts,
      connections: expected.connections,
    });
  });

  it('leaves out and takes back in, as known at any time', async () => {
    const incident = (id: string, startedAt: number, restoredAt?: number) =>
      factEvent({
        id,
        kind: 'incident',
        key: id,
        occurredAt: startedAt,
        fields: { startedAt, restoredAt },
      });
    const deliveries = [
      [incident('a', 150, 160), incident('b', 150), incident('c', 20)],
      [correction({ id: '1', kind: 'incident', key: 'a', exclude: true })],
      [
        correction({
          id: '2',
          kind: 'incident',
          key: 'b',
          clears: ['startedAt'],
        }),
        correction({ id: '3', kind: 'incident', key: 'c', exclude: true }),
      ],
      [
        correction({
          id: '4',
          kind: 'incident',
          key: 'a',
          exclude: false,
          fields: { startedAt: 90, restoredAt: 99 },
          occurredAt: 91_000,
        }),
      ],
      [
        correction({
          id: '5',
          kind: 'incident',
          key: 'c',
          exclude: false,
          fields: { restoredAt: 150 },
          occurredAt: 91_000,
        }),
      ],
    ];
    const windows: [number, number][] = [
      [0, 100],
      [100, 200],
      [160, 200],
    ];
    const kinds: FactKind[] = ['incident'];
    const then: { knownAt: number; answers: Fact[][] }[] = [];
    for (const delivery of deliveries) {
      const knownAt = await append(delivery);
      const answers = [];
      for (const [from, to] of windows) {
        answers.push((await read({ kinds, from, to })).facts);
      }
      then.push({ knownAt, answers });
    }
    expect(then.map(({ answers }) => answers.map(keys))).toEqual([
      [['c'], ['a', 'b', 'c'], ['a', 'b', 'c']],
      [['c'], ['b', 'c'], ['b', 'c']],
      [[], ['b'], ['b']],
      [['a'], ['b'], ['b']],
      [['a', 'c'], ['b', 'c'], ['b']],
    ]);
    expect(then[4].answers[1]).toMatchObject([
      { key: 'b', corrected: true, fields: {} },
      { key: 'c', corrected: true, fields: { startedAt: 20, restoredAt: 150 } },
    ]);
    expect(then[0].answers[1][0]).not.toHaveProperty('corrected');
    for (const sequence of [await currentKnowledge(knex), 1_000_000]) {
      await knex('knowledge').update({ seq: sequence });
      for (const { knownAt, answers } of then) {
        const again = [];
        for (const [from, to] of windows) {
          again.push((await read({ kinds, from, to, knownAt })).facts);
        }
        expect(again).toEqual(answers);
      }
    }
  });

  it('finds what began before a window and ended in it', async () => {
    await append(
      [99, 100, 199, 200].map(end =>
        factEvent({
          id: `i${end}`,
          kind: 'incident',
          key: `i${end}`,
          fields: { startedAt: 50, restoredAt: end },
        }),
      ),
    );
    await append([
      factEvent({
        id: 'a',
        kind: 'alert',
        key: 'a',
        fields: { startedAt: 50, resolvedAt: 150 },
      }),
      factEvent({
        id: 'm',
        kind: 'measure',
        key: 'm',
        fields: { measuredAt: 50 },
      }),
    ]);
    const kinds: FactKind[] = ['incident', 'alert', 'measure'];
    expect(keys((await read({ kinds })).facts)).toEqual([
      'a',
      'i100',
      'i199',
      'i200',
    ]);
    // Reopened: its end is not known any more.
    await append([
      factEvent({
        id: 'again',
        kind: 'incident',
        key: 'i99',
        occurredAt: 2_000,
        clears: ['restoredAt'],
      }),
    ]);
    expect(keys((await read({ kinds })).facts)).toContain('i99');
  });

  it('lists facts newest first with their events, of every source', async () => {
    await append([started('x', 110), finished('x', 150), finished('y', 120)]);
    await append([finished('z', 130)], { source: 'github' });
    const list = (options: { limit?: number; kind?: FactKind } = {}) =>
      readFactRecords({
        knex,
        entityId: payments,
        kind: 'run',
        limit: 10,
        sourceOrder: [],
        ...options,
      });
    const records = await list();
    expect(records.map(({ key, source, at }) => [key, source, at])).toEqual([
      ['x', 'ci', 150],
      ['z', 'github', 130],
      ['y', 'ci', 120],
    ]);
    expect(
      records[0].events.map(({ id, occurredAt }) => [id, occurredAt]),
    ).toEqual([
      ['start-x', 110],
      ['end-x', 150],
    ]);
    expect(records[0].fields).toEqual({
      startedAt: 110,
      finishedAt: 150,
      outcome: 'success',
    });
    expect((await list({ limit: 1 })).map(({ key }) => key)).toEqual(['x']);
    expect(await list({ kind: 'change' })).toEqual([]);
    const windowed = await readFactRecords({
      knex,
      entityId: payments,
      kind: 'run',
      limit: 10,
      sourceOrder: [],
      window: { from: 120, to: 150 },
    });
    expect(windowed.map(({ key }) => key)).toEqual(['z', 'y']);
  });

  it('lists what does not count, and says that it does not', async () => {
    await append([finished('x', 150), finished('y', 140), finished('z', 130)]);
    await append([finished('x', 145)], { source: 'github' });
    await append([
      correction({ id: 'c', kind: 'run', key: 'y', exclude: true }),
      correction({
        id: 'd',
        kind: 'run',
        key: 'z',
        fields: { outcome: 'failure' },
      }),
    ]);
    const list = async (options: Partial<ReadFactRecordsOptions> = {}) =>
      (
        await readFactRecords({
          knex,
          entityId: payments,
          kind: 'run',
          limit: 10,
          sourceOrder: ['ci', 'github'],
          ...options,
        })
      ).map(({ key, source, state, corrected }) => [
        key,
        source,
        state,
        corrected,
      ]);
    expect(await list()).toEqual([
      ['x', 'ci', 'live', false],
      ['x', 'github', 'shadow', false],
      ['y', 'ci', 'excluded', true],
      ['z', 'ci', 'live', true],
    ]);
    expect(await list({ sourceOrder: ['github'], keys: ['x'] })).toEqual([
      ['x', 'ci', 'shadow', false],
      ['x', 'github', 'live', false],
    ]);
    const many = [...Array(1_001).keys()].map(index => `no-${index}`);
    expect(await list({ keys: ['z', ...many, 'y', 'z'], limit: 1 })).toEqual([
      ['y', 'ci', 'excluded', true],
    ]);
    expect(await list({ keys: [] })).toEqual([]);
  });

  it('lists what is still open beside a window', async () => {
    await append([
      started('old', 50),
      finished('done', 60),
      started('x', 150),
      started('later', 300),
    ]);
    const list = async (includeOpen: boolean) =>
      (
        await readFactRecords({
          knex,
          entityId: payments,
          kind: 'run',
          limit: 10,
          sourceOrder: [],
          window: { from: 100, to: 200 },
          includeOpen,
        })
      ).map(({ key }) => key);
    expect(await list(true)).toEqual(['x', 'old']);
    expect(await list(false)).toEqual(['x']);
  });

  it('shows an event to those who see an entity that it speaks of', async () => {
    await knowEntities(knex, [component('ledger')]);
    const ledger = await entityId(knex, 'component:default/ledger');
    const seq = await append([
      factEvent({
        id: 'e',
        kind: 'incident',
        key: 'b',
        occurredAt: 1_234,
        event: {
          subject: 'it',
          generated: true,
          envelope: { id: 'e', data: { any: '键' } },
          statements: [
            ['work-item', 'w'],
            ['incident', 'b'],
            ['incident', 'a'],
          ].map(
            ([kind, key]) =>
              ({
                kind,
                key,
                rank: StatementRank.Finished,
                occurredAt: 1,
                fields: {},
              } as Statement),
          ),
        },
      }),
    ]);
    expect(await readEventRecord({ knex, entityId: payments, seq })).toEqual({
      seq,
      source: 'ci',
      eventSource: '/ci',
      id: 'e',
      type: 'test.event',
      subject: 'it',
      occurredAt: 1_234,
      receivedAt: 5_000,
      generated: true,
      envelope: { id: 'e', data: { any: '键' } },
      facts: [
        { kind: 'work-item', key: 'w' },
        { kind: 'incident', key: 'a' },
        { kind: 'incident', key: 'b' },
      ],
    });
    const hidden = [
      { entityId: ledger, seq },
      { entityId: payments, seq: seq + 1 },
      // An event that speaks of no fact is nobody's.
      { entityId: payments, seq: await append([incoming({ eventId: 'n' })]) },
    ];
    for (const which of hidden) {
      expect(await readEventRecord({ knex, ...which })).toBeUndefined();
    }
  });

  it('does not take a correction for a sign of life', async () => {
    await append([finished('x', 150)], { receivedAt: 1_000 });
    await append(
      [correction({ id: 'c', kind: 'run', key: 'x', exclude: true })],
      { receivedAt: 9_000 },
    );
    expect((await read()).connections.run).toMatchObject({
      since: 150,
      lastSeen: 1_000,
    });
  });

  it('shows operators sources, unmapped events and single events', async () => {
    const body = Buffer.from('raw');
    const unmapped = incoming(
      {
        eventId: 'u',
        aliases: [{ scheme: 'service', value: 's' }],
        subject: 'it',
      },
      { contentType: 'text/plain', body },
    );
    const seq = await append([unmapped], { receivedAt: 7_000 });
    await append([finished('x', 1)], { source: 'Zeta', receivedAt: 8_000 });
    await append([incoming({ eventId: 'u', subject: 'other' })]);
    expect(await sourceStatuses({ knex })).toEqual([
      {
        source: 'Zeta',
        events: 1,
        unmapped: 0,
        conflicts: 0,
        refused: 0,
        ahead: 0,
        aheadMs: 0,
        lastReceivedAt: 8_000,
      },
      {
        source: 'ci',
        events: 1,
        unmapped: 1,
        conflicts: 1,
        refused: 0,
        ahead: 0,
        aheadMs: 0,
        lastReceivedAt: 7_000,
      },
    ]);
    expect(await listUnmapped({ knex, limit: 10 })).toEqual([
      {
        seq,
        source: 'ci',
        id: 'u',
        type: 'test.event',
        occurredAt: 1_000,
        aliases: [{ scheme: 'service', value: 's' }],
      },
    ]);
    expect(await readEvent({ knex, seq })).toEqual({
      seq,
      source: 'ci',
      eventSource: '/ci',
      eventId: 'u',
      type: 'test.event',
      subject: 'it',
      occurredAt: 1_000,
      receivedAt: 7_000,
      generated: false,
      entityRef: undefined,
      aliases: [{ scheme: 'service', value: 's' }],
      statements: [],
      envelope: { id: 'u' },
      raw: { contentType: 'text/plain', body },
    });
    expect(await readEvent({ knex, seq: 999 })).toBeUndefined();
    expect(await deleteExpiredRaw({ knex, before: 7_000 })).toBe(0);
    expect(await deleteExpiredRaw({ knex, before: 7_001 })).toBe(1);
    expect((await readEvent({ knex, seq }))?.raw).toBeUndefined();
  });
});
