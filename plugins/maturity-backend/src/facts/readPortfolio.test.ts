import type { Entity } from '@backstage/catalog-model';
import { StatementRank } from '@devops-scorecards/plugin-maturity-common';
import type { PortfolioQuestion } from '@devops-scorecards/plugin-maturity-node';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { writeEntities } from '../catalog/writeEntities';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import type { IncomingEvent } from '../ingest/EventStore';
import { DatabaseEventStore } from './DatabaseEventStore';
import {
  component,
  correction,
  entityId,
  knowEntities,
  runEvent,
} from './__testUtils__/events';
import { answersQuestion } from './domain/answersQuestion';
import { readFacts } from './readFacts';
import { readPortfolio } from './readPortfolio';

const OWNER = 'group:default/team-a';
const WINDOW = { from: 100, to: 200 };
const QUESTION: PortfolioQuestion = {
  fact: 'run',
  fields: { trunk: true, outcome: ['success', 'failure'] },
  known: ['finishedAt'],
};

const refOf = (name: string) => `component:default/${name}`;

/** A run of a service, told in one event. */
function built(
  name: string,
  finishedAt: number,
  fields: object = {},
  id = `${name}-${finishedAt}`,
): IncomingEvent {
  return runEvent({
    id: `${id}-event`,
    key: id,
    occurredAt: finishedAt,
    fields: { trunk: true, outcome: 'success', finishedAt, ...fields },
    event: { entityRef: refOf(name) },
  });
}

describe.each(CONTRACT_DATABASES)('the services of an owner on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(name);
    await knowEntities(
      knex,
      ['a', 'b', 'c'].map(each => component(each)),
    );
  });

  afterEach(async () => {
    await knex.destroy();
  });

  const append = (...events: IncomingEvent[]) =>
    DatabaseEventStore.create({ knex }).append({
      source: { name: 'ci', entities: 'all' },
      events,
      receivedAt: 5_000,
    });

  async function read(
    options: {
      knownAt?: number;
      windows?: { from: number; to: number }[];
      ownerRef?: string;
    } = {},
  ) {
    const { windows = [WINDOW], ownerRef = OWNER } = options;
    return await readPortfolio({
      knex,
      ownerRef,
      asked: windows.map(window => ({
        metric: 'ci',
        question: QUESTION,
        window,
      })),
      knownAt: options.knownAt ?? (await currentKnowledge(knex)),
    });
  }

  const counts = async (...args: Parameters<typeof read>) => {
    const { services, counts: found } = await read(...args);
    return found.map(({ connected, using }) => [using, connected, services]);
  };

  it('are counted once each, whatever they did how often', async () => {
    expect(await counts()).toEqual([[0, 0, 3]]);
    await append(
      built('a', 120),
      built('a', 130),
      built('b', 150, { trunk: false }),
    );
    expect(await counts()).toEqual([[1, 2, 3]]);
  });

  it('are those of the owner at the time of the knowledge', async () => {
    await append(built('a', 120), built('b', 120));
    const before = await currentKnowledge(knex);
    const moved: Entity = component('b');
    moved.spec!.owner = 'team-b';
    await knowEntities(knex, [moved]);
    await writeEntities({
      knex,
      now: 600,
      present: [],
      removed: [refOf('c')],
    });
    expect(await counts()).toEqual([[1, 1, 1]]);
    expect(await counts({ ownerRef: 'group:default/team-b' })).toEqual([
      [1, 1, 1],
    ]);
    expect(await counts({ knownAt: before })).toEqual([[2, 2, 3]]);
  });

  it('are nobody without an owner', async () => {
    expect(
      await readPortfolio({ knex, ownerRef: undefined, asked: [], knownAt: 9 }),
    ).toEqual({ owner: undefined, services: 0, counts: [] });
  });

  it('are asked for half-open windows, many at once', async () => {
    await append(...[99, 100, 199, 200].map(at => built('a', at)));
    const windows = [
      WINDOW,
      { from: 101, to: 199 },
      ...Array.from({ length: 700 }, () => ({ from: 200, to: 201 })),
    ];
    const found = await counts({ windows });
    expect(found.slice(0, 3)).toEqual([
      [1, 1, 3],
      [0, 1, 3],
      [1, 1, 3],
    ]);
    expect(found).toHaveLength(702);
  });

  it('leave out what people left out', async () => {
    await append(built('a', 120));
    const before = await currentKnowledge(knex);
    await append(
      correction({
        id: 'out',
        kind: 'run',
        key: 'a-120',
        exclude: true,
        event: { entityRef: refOf('a') },
      }),
    );
    expect(await counts()).toEqual([[0, 1, 3]]);
    expect(await counts({ knownAt: before })).toEqual([[1, 1, 3]]);
  });

  it('cost as many statements as before, however many there are', async () => {
    const statements = async () => {
      let count = 0;
      const counting = () => {
        count += 1;
      };
      knex.on('query', counting);
      await read();
      knex.removeListener('query', counting);
      return count;
    };
    const few = await statements();
    const names = Array.from({ length: 60 }, (_, index) => `more-${index}`);
    await knowEntities(
      knex,
      names.map(each => component(each)),
    );
    await append(...names.map(each => built(each, 150)));
    expect(await statements()).toBe(few);
    expect(await counts()).toEqual([[60, 60, 63]]);
  });

  it('are what reading each of them would give, at every knowledge', async () => {
    const event = fc.record({
      service: fc.constantFrom('a', 'b', 'c'),
      run: fc.nat(3),
      at: fc.integer({ min: 80, max: 220 }),
      trunk: fc.constantFrom(true, true, false, undefined),
      outcome: fc.constantFrom('success', 'failure', 'cancelled', undefined),
      finished: fc.boolean(),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 12 }),
        async told => {
          round += 1;
          const names = ['a', 'b', 'c'].map(each => `${each}${round}`);
          const owner = `team-${round}`;
          await knowEntities(
            knex,
            names.map(each => {
              const entity = component(each);
              entity.spec!.owner = owner;
              return entity;
            }),
          );
          const times = [await currentKnowledge(knex)];
          for (const [index, each] of told.entries()) {
            await append(
              runEvent({
                id: `${round}-${index}`,
                key: `${round}-${each.service}-${each.run}`,
                occurredAt: each.at,
                rank: each.finished
                  ? StatementRank.Finished
                  : StatementRank.Started,
                fields: {
                  trunk: each.trunk,
                  outcome: each.outcome as any,
                  ...(each.finished
                    ? { finishedAt: each.at }
                    : { startedAt: each.at }),
                },
                event: { entityRef: refOf(`${each.service}${round}`) },
              }),
            );
            times.push(await currentKnowledge(knex));
          }
          for (const knownAt of times) {
            const portfolio = await readPortfolio({
              knex,
              ownerRef: `group:default/${owner}`,
              asked: [{ metric: 'ci', question: QUESTION, window: WINDOW }],
              knownAt,
            });
            let using = 0;
            for (const each of names) {
              const { facts } = await readFacts({
                knex,
                entityId: await entityId(knex, refOf(each)),
                kinds: ['run'],
                ...WINDOW,
                knownAt,
                sourceOrder: [],
                staleAfter: {},
              });
              const answers = facts.some(
                ({ fields }) =>
                  answersQuestion(QUESTION, fields) &&
                  (fields as any).finishedAt >= WINDOW.from &&
                  (fields as any).finishedAt < WINDOW.to,
              );
              using += answers ? 1 : 0;
            }
            expect(portfolio.counts[0].using).toBe(using);
            expect(portfolio.services).toBe(3);
          }
        },
      ),
      { numRuns: name === 'SQLite file' ? 15 : 5 },
    );
  });
});
