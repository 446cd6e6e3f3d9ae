import {
  FACT_KINDS,
  StatementRank,
  type FactKind,
  type MappedEvent,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { writeTransaction } from '../database';
import type { IncomingEvent } from '../ingest/EventStore';
import {
  component,
  dumpFacts,
  forgetEvents,
  incoming,
  knowEntities,
} from './__testUtils__/events';
import { DatabaseEventStore } from './DatabaseEventStore';
import { rebuildFacts } from './rebuildFacts';
import { replayPiece } from './replayPiece';
import { resolveUnmapped } from './resolveUnmapped';

const ENTITIES = [
  component('payments', { 'github.com/project-slug': 'acme/mono' }),
  component('ledger', { 'github.com/project-slug': 'acme/mono' }),
];

/** Annotated only after the events came. */
const LATE = component('late', { 'devops-scorecards.io/service-id': 'late' });

const time = fc.integer({ min: 0, max: 6 });

const statement = fc
  .record({
    kind: fc.constantFrom<FactKind>(...FACT_KINDS),
    key: fc.constantFrom('1', '2', '键'),
    rank: fc.constantFrom(
      StatementRank.Queued,
      StatementRank.Started,
      StatementRank.Finished,
      StatementRank.Corrected,
    ),
    occurredAt: time,
    fields: fc.record(
      {
        startedAt: time,
        finishedAt: time,
        createdAt: time,
        mergedAt: time,
        trunk: fc.boolean(),
        outcome: fc.constantFrom('success', 'failure'),
        url: fc.constantFrom('a', 'B'),
        acceptedAt: time,
        restoredAt: time,
        resolvedAt: time,
        measuredAt: time,
        part: fc.double({ noNaN: true, noDefaultInfinity: true }),
        total: fc.constantFrom(-0, 0.1, 1 / 3, 1e21, 5e-324, 2 ** 53 + 2),
        commits: fc.integer({ min: 0, max: 9 }),
        scheduled: fc.boolean(),
        dropped: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    clears: fc.subarray(['startedAt', 'restoredAt', 'outcome', 'part']),
    exclude: fc.boolean(),
  })
  .map(
    ({ exclude, ...value }) =>
      ({
        ...value,
        ...(value.rank === StatementRank.Corrected && { exclude }),
      } as Statement),
  );

const connection = fc.record({
  kind: fc.constantFrom<FactKind>(...FACT_KINDS),
  since: time,
});

const names = fc.constantFrom<Partial<MappedEvent>>(
  { entityRef: 'component:default/payments' },
  {
    aliases: [{ scheme: 'repository', value: 'github.com/acme/mono' } as const],
  },
  { aliases: [{ scheme: 'service', value: 'late' } as const] },
  { entityRef: 'component:default/nobody' },
);

const events = fc
  .array(
    fc.record({
      occurredAt: time,
      statements: fc.array(statement, { maxLength: 3 }),
      connects: fc.array(connection, { maxLength: 2 }),
      generated: fc.boolean(),
      names,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(list =>
    list.map(({ names: named, ...event }, index) =>
      incoming({ ...event, ...named, eventId: `${index}` }),
    ),
  );

/** The same events in another order, some twice, cut into deliveries. */
const deliveries = events.chain(list =>
  fc.record({
    list: fc.constant(list),
    again: fc.shuffledSubarray([...list, ...list], {
      minLength: list.length * 2,
      maxLength: list.length * 2,
    }),
    size: fc.integer({ min: 1, max: 7 }),
  }),
);

async function deliver(knex: Knex, list: IncomingEvent[], size: number) {
  const store = DatabaseEventStore.create({ knex });
  for (let start = 0; start < list.length; start += size) {
    await store.append({
      source: { name: 'ci', entities: 'all' },
      events: list.slice(start, start + size),
      receivedAt: start,
    });
  }
}

async function replayAll(knex: Knex, after = 0): Promise<void> {
  const piece = await writeTransaction(knex, tx =>
    replayPiece(tx, { after, upTo: Number.MAX_SAFE_INTEGER, limit: 3 }),
  );
  if (piece.events > 0) {
    await replayAll(knex, piece.lastSeq);
  }
}

const mapLate = (knex: Knex) =>
  resolveUnmapped({ knex, now: 9_000, allows: () => true });

describe('facts', () => {
  const databases = contractDatabases();

  it('are the same on every database, for any order, duplication, batching and split over two writers, before and after a rebuild and a replay', async () => {
    const early = new Map<string, Knex>();
    const late = new Map<string, Knex>();
    for (const name of CONTRACT_DATABASES) {
      // In one the catalog knows all names before, in the other after.
      early.set(name, await databases.create(name));
      await knowEntities(early.get(name)!, [...ENTITIES, LATE]);
      late.set(name, await databases.create(name));
      await knowEntities(late.get(name)!, ENTITIES);
    }
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ list, again, size }) => {
        const dumps = new Set<string>();
        for (const knex of early.values()) {
          await forgetEvents(knex);
          await deliver(knex, list, 500);
          dumps.add(await dumpFacts(knex));
          await forgetEvents(knex);
          await deliver(knex, again, size);
          dumps.add(await dumpFacts(knex));
          // Two writers at once, each with a part, some of it the same.
          await forgetEvents(knex);
          const half = Math.ceil(again.length / 2);
          await Promise.all([
            deliver(knex, again.slice(0, half), size),
            deliver(knex, again.slice(half), size),
          ]);
          dumps.add(await dumpFacts(knex));
          await replayAll(knex);
          dumps.add(await dumpFacts(knex));
        }
        for (const knex of late.values()) {
          await forgetEvents(knex);
          await knex('alias')
            .where({ scheme: 'service', value: 'late' })
            .update({ closed_seq: 1 });
          await deliver(knex, again, size);
          await knowEntities(knex, [LATE]);
          await knex('alias')
            .where({ scheme: 'service', value: 'late' })
            .update({ closed_seq: null });
          await mapLate(knex);
          const before = await dumpFacts(knex, { knowledge: true });
          dumps.add(await dumpFacts(knex));
          await rebuildFacts({ knex });
          expect(await dumpFacts(knex, { knowledge: true })).toBe(before);
        }
        expect(dumps.size).toBe(1);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it.each(CONTRACT_DATABASES)(
    'are rebuilt on %s from more events than go into one piece',
    async name => {
      const knex = await databases.create(name);
      await knowEntities(knex, ENTITIES);
      const list = [...Array(1_100).keys()].map(index =>
        incoming({
          eventId: `${index}`,
          entityRef: 'component:default/payments',
          statements: [
            {
              kind: 'run',
              key: `${index % 700}`,
              rank:
                index < 700 ? StatementRank.Started : StatementRank.Finished,
              occurredAt: index,
              fields:
                index < 700 ? { startedAt: index } : { finishedAt: index },
            },
          ],
        }),
      );
      await deliver(knex, list, 500);
      const before = await dumpFacts(knex, { knowledge: true });
      expect(await rebuildFacts({ knex })).toBe(1_100);
      expect(await dumpFacts(knex, { knowledge: true })).toBe(before);
      // Facts, whose they are, links, and one line for the binding and counts.
      expect(before.split('\n').length).toBe(700 + 700 + 1_100 + 2);
    },
  );
});
