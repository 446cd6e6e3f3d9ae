import type { Fact, FactKind } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { readFacts } from '../facts';
import {
  component,
  entityId,
  knowEntities,
} from '../facts/__testUtils__/events';
import {
  batch,
  buildCdevent,
  type BuildOptions,
  toCloudEvent,
} from './__testUtils__/buildCdevent';
import { openDoor } from './__testUtils__/openDoor';

const NOW = Date.parse('2026-11-20T08:00:00Z');
const T = Date.parse('2026-11-02T02:00:00Z');
const MINUTE = 60_000;
const limits = {
  maxBytes: 5_242_880,
  maxBatch: 1_000,
  maxDepth: 64,
  futureTolerance: 300_000,
};

const at = (minute: number) => new Date(T + minute * MINUTE).toISOString();

/** One day in the life of a service; each event has an id of its own. */
const STORY: readonly BuildOptions[] = [
  { name: 'source.connected', timestamp: at(-9) },
  { name: 'alert.fired', timestamp: at(-3) },
  { name: 'alert.acknowledged', timestamp: at(1) },
  { name: 'alert.resolved', timestamp: at(9) },
  { name: 'incident.opened', timestamp: at(0) },
  { name: 'incident.acknowledged', timestamp: at(1) },
  { name: 'incident.updated', timestamp: at(2) },
  { name: 'incident.restored', timestamp: at(3) },
  { name: 'incident.reopened', timestamp: at(5) },
  { name: 'incident.restored', timestamp: at(8) },
  { name: 'incident.reviewed', timestamp: at(60) },
  { name: 'workitem.created', timestamp: at(61) },
  { name: 'workitem.accepted', timestamp: at(62) },
  { name: 'workitem.started', timestamp: at(63) },
  { name: 'workitem.done', timestamp: at(64) },
  { name: 'workitem.released', timestamp: at(65) },
  { name: 'measure.recorded', timestamp: at(70) },
];

const events = STORY.map((options, index) =>
  toCloudEvent(buildCdevent({ ...options, id: `${index}` })),
);

describe.each(CONTRACT_DATABASES)('operations, over HTTP, on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(name);
    await knowEntities(knex, [
      component('payments', { 'devops-scorecards.io/service-id': 'payments' }),
    ]);
  });

  afterEach(async () => {
    await knex.destroy();
  });

  async function read(kinds: FactKind[]) {
    return await readFacts({
      knex,
      entityId: await entityId(knex, 'component:default/payments'),
      kinds,
      from: T - 60 * MINUTE,
      to: NOW,
      knownAt: await currentKnowledge(knex),
      sourceOrder: ['ci'],
      staleAfter: {},
    });
  }

  const facts = [
    {
      kind: 'incident',
      key: '/oncall INC-32',
      fields: {
        title: 'Refunds of gift cards fail',
        severity: 'major',
        impact: 'outage',
        startedAt: T - 5 * MINUTE,
        detectedAt: T,
        detectedBy: 'monitoring',
        acknowledgedAt: T + MINUTE,
        restoredAt: T + 8 * MINUTE,
        reviewedAt: T + 60 * MINUTE,
        cause: 'change',
        deployment: '/cd/argo d-1',
        artifact: expect.stringContaining('pkg:oci/payments'),
        environment: 'production',
        alertKey: 'refund-errors',
        scheduled: false,
        repeatOf: '/oncall INC-31',
        url: 'https://oncall.example.com/INC-32',
      },
    },
    {
      kind: 'alert',
      key: '/alerts/east refund-errors 2026-11-02T01:56:30.000Z',
      fields: {
        alertKey: 'refund-errors',
        severity: 'critical',
        startedAt: T - 3.5 * MINUTE,
        acknowledgedAt: T + MINUTE,
        resolvedAt: T + 9 * MINUTE,
        actionable: true,
      },
    },
    {
      kind: 'work-item',
      key: '/tickets SHOP-78',
      fields: {
        form: 'action',
        incident: '/oncall INC-32',
        createdAt: T + 61 * MINUTE,
        acceptedAt: T + 62 * MINUTE,
        startedAt: T + 63 * MINUTE,
        doneAt: T + 64 * MINUTE,
        releasedAt: T + 65 * MINUTE,
        dropped: false,
      },
    },
    {
      kind: 'measure',
      key: '/ci/jenkins 16',
      fields: {
        name: 'unit-coverage',
        part: 8_439,
        total: 10_000,
        measuredAt: T + 70 * MINUTE,
        trunk: true,
      },
    },
  ];

  it.each([
    ['forwards, one by one', events, 1],
    ['backwards, one by one', [...events].reverse(), 1],
    ['in one batch, twice', [...events, ...events], events.length * 2],
  ])('are kept when sent %s', async (_, sent, size) => {
    const send = openDoor({ knex, limits, now: NOW });
    for (let start = 0; start < sent.length; start += size) {
      const answer = await send(batch(sent.slice(start, start + size)));
      expect(answer.body).toMatchObject({ refused: 0, conflicts: 0 });
    }
    const kinds = facts.map(({ kind }) => kind as FactKind);
    const known = await read(kinds);
    const byKind = (kind: string): Fact[] =>
      known.facts.filter(fact => fact.kind === kind);
    for (const fact of facts) {
      expect(byKind(fact.kind)).toMatchObject([fact]);
    }
    const since = Date.parse('2026-08-01T00:00:00Z');
    expect(known.connections).toMatchObject({
      incident: { since },
      alert: { since },
    });
  });

  it('are connected before anything happens', async () => {
    const send = openDoor({ knex, limits, now: NOW });
    const answer = await send(batch(events.slice(0, 1)));
    expect(answer.body.results).toMatchObject([
      { status: 'stored', entityRef: 'component:default/payments' },
    ]);
    const { facts: none, connections } = await read([
      'incident',
      'alert',
      'run',
    ]);
    expect(none).toEqual([]);
    expect(Object.keys(connections).sort()).toEqual(['alert', 'incident']);
  });
});
