import {
  StatementRank,
  type MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  forgetEvents,
  incoming,
  knowEntities,
} from './__testUtils__/events';
import { DatabaseEventStore } from './DatabaseEventStore';
import { readSourceOfRecord } from './readSourceOfRecord';

const REF = 'component:default/payments';
const DAY = 86_400_000;

type Said = Pick<MappedEvent, 'statements' | 'connects'>;

/** A run that finished at a time. */
function run(at: number): Said {
  return {
    statements: [
      {
        kind: 'run',
        key: `at ${at}`,
        rank: StatementRank.Finished,
        occurredAt: at,
        fields: { finishedAt: at, outcome: 'success' },
      },
    ],
  };
}

function connected(since: number): Said {
  return { statements: [], connects: [{ kind: 'run', since }] };
}

function ended(until: number): Said {
  return { statements: [], connects: [{ kind: 'run', since: until, until }] };
}

describe.each(CONTRACT_DATABASES)('ends of sources on %s', name => {
  const { create } = contractDatabases();
  let knex: Knex;
  let entityId: number;

  beforeAll(async () => {
    knex = await create(name);
    await knowEntities(knex, [component('payments')]);
    ({ id: entityId } = await knex('entity').where({ ref: REF }).first('id'));
  });

  beforeEach(async () => {
    await forgetEvents(knex);
    await knex('source_end').delete();
    await knex('source_binding').delete();
  });

  let number = 0;

  function numbered(event: Said) {
    number += 1;
    return incoming({ ...event, entityRef: REF, eventId: `${number}` });
  }

  async function tell(source: string, ...deliveries: Said[][]) {
    const store = DatabaseEventStore.create({ knex });
    for (const said of deliveries) {
      await store.append({
        source: { name: source, entities: 'all' },
        events: said.map(numbered),
        receivedAt: 100 * DAY,
      });
    }
  }

  async function record(
    options: { asOf?: number; knownAt?: number; order?: string[] } = {},
  ) {
    const chosen = await readSourceOfRecord({
      knex,
      entityId,
      kinds: ['run'],
      sourceOrder: options.order ?? ['old', 'new'],
      asOf: options.asOf ?? 100 * DAY,
      knownAt: options.knownAt ?? Number.MAX_SAFE_INTEGER,
    });
    const found = chosen.get('run');
    return found && [found.name, found.since, found.until];
  }

  it('end a connection, whoever speaks first', async () => {
    await tell('old', [run(1 * DAY)], [ended(5 * DAY)]);
    expect(await record()).toEqual(['old', 1 * DAY, 5 * DAY]);
  });

  it('are taken back by a fact or a connection after them', async () => {
    await tell('old', [run(1)], [ended(5)], [run(9)]);
    expect(await record()).toEqual(['old', 1, undefined]);
    await tell('new', [connected(2)], [ended(5)], [connected(8)]);
    expect(await record({ order: ['new'] })).toEqual(['new', 2, undefined]);
  });

  it('do not end what a fact had gone on with before they were heard of', async () => {
    await tell('old', [run(1), run(9)], [ended(5)]);
    expect(await record()).toEqual(['old', 1, undefined]);
    await tell('old', [ended(20)]);
    expect(await record()).toEqual(['old', 1, 20]);
  });

  it('leave the source of record to one that goes on', async () => {
    await tell('old', [run(1)], [ended(5)]);
    await tell('new', [run(6)]);
    expect(await record()).toEqual(['new', 6, undefined]);
    // Then, the old one had not ended.
    expect(await record({ asOf: 4 })).toEqual(['old', 1, 5]);
  });

  it('are not known before they were said', async () => {
    await tell('old', [run(1)]);
    const { seq } = await knex('knowledge').first('seq');
    await tell('old', [ended(5)]);
    expect(await record({ knownAt: Number(seq) })).toEqual([
      'old',
      1,
      undefined,
    ]);
  });

  it('do not depend on order, duplicates or deliveries', async () => {
    const times = fc.integer({ min: 1, max: 9 });
    const said = fc.oneof(
      times.map(run),
      times.map(connected),
      times.map(ended),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { minLength: 1, maxLength: 7 }).chain(list =>
          fc.record({
            list: fc.constant(list),
            again: fc.shuffledSubarray(list, {
              minLength: list.length,
              maxLength: list.length,
            }),
            size: fc.integer({ min: 1, max: 4 }),
          }),
        ),
        async ({ list, again, size }) => {
          const results = [];
          for (const [events, piece] of [
            [list, list.length],
            [[...again, ...again], size],
          ] as const) {
            await forgetEvents(knex);
            await knex('source_end').delete();
            await knex('source_binding').delete();
            const deliveries = [];
            for (let i = 0; i < events.length; i += piece) {
              deliveries.push(events.slice(i, i + piece));
            }
            await tell('old', ...deliveries);
            results.push(await record());
          }
          expect(results[1]).toEqual(results[0]);
        },
      ),
      { numRuns: name === 'SQLite file' ? 40 : 12 },
    );
  });
});
