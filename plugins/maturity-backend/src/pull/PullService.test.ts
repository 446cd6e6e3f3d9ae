import { NotFoundError } from '@backstage/errors';
import { RetryLaterError } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { component, knowEntities } from '../facts/__testUtils__/events';
import {
  createPullScene,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  pages,
  run,
  START,
  stream,
  SUBJECT,
} from './__testUtils__/pullScene';

jest.setTimeout(60_000);

const shop = component('shop', { 'github.com/project-slug': 'acme/shop' });

describe.each(CONTRACT_DATABASES)('PullService on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(name);
  });

  it('appends page by page, and again only what is new', async () => {
    const contents = [[run('1'), run('2')], [run('3')]];
    const scene = createPullScene(knex, { streams: [pages('runs', contents)] });
    await scene.run();
    expect(await scene.runs()).toEqual(['1', '2', '3']);
    expect(await scene.status('runs')).toEqual({
      source: 'forge',
      stream: 'runs',
      state: 'current',
      lastStartedAt: START,
      lastSuccessAt: START,
      nextAt: START + 10 * MINUTE_MS,
      failures: 0,
      lastError: undefined,
      events: 3,
      refused: 0,
    });
    expect(scene.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'event-ingest',
        meta: { door: 'pull', source: 'forge', stream: 'runs' },
      }),
    );

    contents.push([run('3'), run('4')]);
    await scene.run();
    expect(await scene.runs()).toHaveLength(3);
    scene.wait(10 * MINUTE_MS);
    await scene.run();
    expect(await scene.runs()).toHaveLength(4);
    expect(await scene.status('runs')).toMatchObject({ events: 4 });
    expect(await knex('event_conflict')).toEqual([]);
  });

  it('calls history what comes before the first success, and no more', async () => {
    const contents = [[run('1')], [run('2')]];
    const scene = createPullScene(knex, { streams: [pages('runs', contents)] });
    await scene.run();
    contents.push([run('3')]);
    scene.wait(HOUR_MS);
    await scene.run();
    const imported = scene.ingested.mock.calls
      .flatMap(([{ events }]) => events)
      .filter(({ statements }) => statements.length > 0)
      .map(({ eventId, imported: flag }) => [eventId, flag]);
    expect(imported).toEqual([
      ['runs/1', true],
      ['runs/2', true],
      ['runs/3', undefined],
    ]);
  });

  it('cuts pages to deliveries', async () => {
    const events = Array.from({ length: 7 }, (_, index) => run(`${index}`));
    const scene = createPullScene(knex, {
      streams: [pages('runs', [events])],
      maxBatch: 3,
    });
    await scene.run();
    expect(
      scene.ingested.mock.calls.map(([call]) => call.events.length),
    ).toEqual([3, 3, 1, 1]);
    expect(await scene.runs()).toHaveLength(7);
  });

  it('goes on behind the last page that was stored when it failed', async () => {
    let failing = true;
    const asked: number[] = [];
    const scene = createPullScene(knex, {
      streams: [
        pages('runs', [[run('1')], [run('2')], [run('3')]], {
          before: page => {
            asked.push(page);
            if (failing && page === 2) {
              throw new Error('The server of https://u:secret@forge is down');
            }
          },
        }),
      ],
    });
    await scene.run();
    expect(await scene.runs()).toEqual(['1', '2']);
    expect(await scene.status('runs')).toMatchObject({
      state: 'failing',
      failures: 1,
      nextAt: START + MINUTE_MS,
      lastSuccessAt: undefined,
      lastError: 'The server of https://***@forge is down',
    });
    for (const minutes of [1, 2]) {
      scene.wait(minutes * MINUTE_MS);
      await scene.run();
    }
    expect(await scene.status('runs')).toMatchObject({
      failures: 3,
      nextAt: START + 7 * MINUTE_MS,
    });

    failing = false;
    scene.wait(4 * MINUTE_MS);
    await scene.run();
    expect(asked).toEqual([0, 1, 2, 2, 2, 2]);
    expect(await scene.runs()).toEqual(['1', '2', '3']);
    expect(await scene.status('runs')).toMatchObject({
      state: 'current',
      failures: 0,
      lastError: undefined,
    });
  });

  it('reads a page again whose cursor was not kept, as duplicates', async () => {
    const scene = createPullScene(knex, {
      streams: [pages('runs', [[run('1')], [run('2')]])],
    });
    await scene.run();
    // As after a process that was killed between the two.
    await knex('pull_stream').update({ cursor: '1', next_at: START });
    await scene.run();
    expect(await scene.runs()).toEqual(['1', '2']);
    expect(await scene.status('runs')).toMatchObject({ events: 2, refused: 0 });
  });

  it('rests all streams where the producer asks to, and blames none', async () => {
    let asked = 0;
    const limited = stream('a', async function* pull() {
      asked += 1;
      if (asked === 1) {
        throw new RetryLaterError('Too fast', START + 20 * MINUTE_MS);
      }
      yield { events: [run('a')], cursor: 'end' };
    });
    const scene = createPullScene(knex, {
      streams: [limited, pages('b', [[run('b')]])],
    });
    await scene.run();
    expect(await scene.runs()).toEqual([]);
    expect(await scene.service.statuses()).toMatchObject([
      {
        stream: 'a',
        state: 'resting',
        failures: 0,
        nextAt: START + 20 * MINUTE_MS,
        lastError: 'Too fast',
      },
      { stream: 'b', state: 'waiting', nextAt: START + 20 * MINUTE_MS },
    ]);
    // Not even when somebody asks for it.
    scene.wait(19 * MINUTE_MS);
    await scene.service.pullNow('forge');
    await scene.run();
    expect(asked).toBe(1);
    scene.wait(MINUTE_MS);
    await scene.run();
    expect(await scene.runs()).toEqual(['a', 'b']);
  });

  it('does not rest longer than six hours', async () => {
    const scene = createPullScene(knex, {
      streams: [
        // eslint-disable-next-line require-yield
        stream('a', async function* pull() {
          throw new RetryLaterError('Later', START + 300 * DAY_MS);
        }),
      ],
    });
    await scene.run();
    expect(await scene.status('a')).toMatchObject({
      nextAt: START + 6 * HOUR_MS,
    });
  });

  it('lets no long history starve the others', async () => {
    const long = Array.from({ length: 6 }, (_, index) => [run(`long${index}`)]);
    let pull: () => void = () => {};
    const scene = createPullScene(knex, {
      streams: [
        pages('long', long, { before: () => pull() }),
        pages('short', [[run('short')]]),
      ],
      budgets: { sourceMs: 120_000, streamMs: 30_000 },
    });
    pull = () => scene.wait(20_000);
    await scene.run();
    expect(await scene.runs()).toEqual(['long0', 'long1', 'short']);
    expect(await scene.status('long')).toMatchObject({ state: 'history' });
    expect(await scene.status('short')).toMatchObject({ state: 'current' });
    await scene.run();
    await scene.run();
    // The end was not seen yet when the time was over.
    await scene.run();
    expect(await scene.runs()).toHaveLength(7);
    expect(await scene.status('long')).toMatchObject({ state: 'current' });
  });

  it('ends with the process and goes on in the next one', async () => {
    const scene = createPullScene(knex, {
      streams: [
        pages('runs', [[run('1')], [run('2')]], {
          before: page => page === 0 && scene.abort(),
        }),
      ],
    });
    await scene.run();
    expect(await scene.runs()).toEqual(['1']);
    expect(await scene.status('runs')).toMatchObject({
      state: 'history',
      failures: 0,
    });
    const next = createPullScene(knex, {
      streams: [pages('runs', [[run('1')], [run('2')]])],
    });
    await next.run();
    expect(await next.runs()).toEqual(['1', '2']);
  });

  it('takes streams that fail in a row for a source that does', async () => {
    let failing = true;
    const asked: string[] = [];
    const streams = ['a', 'b', 'c', 'd'].map(id =>
      pages(id, [[run(id)]], {
        before: () => {
          asked.push(id);
          if (failing) {
            throw new Error('refuses the credentials');
          }
        },
      }),
    );
    const scene = createPullScene(knex, { streams });
    await scene.run();
    expect(asked).toEqual(['a', 'b', 'c']);
    const [ofSource] = await scene.service.statuses();
    expect(ofSource).not.toHaveProperty('stream');
    expect(ofSource).toMatchObject({
      source: 'forge',
      state: 'failing',
      failures: 1,
      nextAt: START + MINUTE_MS,
      lastError:
        '3 streams failed one after the other, the last with: refuses the credentials',
    });
    failing = false;
    await scene.service.pullNow('forge');
    expect(scene.trigger).toHaveBeenCalled();
    await scene.run();
    expect(await scene.runs()).toEqual(['a', 'b', 'c', 'd']);
    expect(await scene.status()).toBeUndefined();
  });

  it('blames no source for repositories that are gone', async () => {
    const gone = (id: string) =>
      pages(id, [[]], {
        before: () => {
          throw new NotFoundError(`${id} is not there`);
        },
      });
    const scene = createPullScene(knex, {
      streams: [...['a', 'b', 'c'].map(gone), pages('d', [[run('d')]])],
    });
    await scene.run();
    expect(await scene.runs()).toEqual(['d']);
    expect(await scene.status()).toBeUndefined();
    expect(await scene.status('a')).toMatchObject({
      state: 'failing',
      lastError: 'a is not there',
    });
  });

  it('says why a source cannot tell what there is to pull', async () => {
    const scene = createPullScene(knex, {
      streams: async () => {
        throw new Error('No repository is named: annotate entities');
      },
    });
    await scene.run();
    expect(await scene.service.statuses()).toMatchObject([
      {
        state: 'failing',
        lastError: 'No repository is named: annotate entities',
      },
    ]);
  });

  it('pulls nothing of a source that must be configured first', async () => {
    const scene = createPullScene(knex, {
      streams: [pages('runs', [[run('1')]])],
      problem: 'maturity.sources.forge.token is not set',
    });
    await scene.run();
    expect(await scene.runs()).toEqual([]);
    expect(await scene.service.statuses()).toMatchObject([
      { lastError: 'maturity.sources.forge.token is not set' },
    ]);
    await expect(scene.service.pullNow('other')).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('maturity.sources.other.pull'),
    });
  });

  it('keeps the place of a stream that goes and comes back', async () => {
    const contents = [[run('1')]];
    const a = pages('a', contents);
    const scene = createPullScene(knex, { streams: [a] });
    await scene.run();
    scene.list([]);
    await scene.run();
    expect(await scene.service.statuses()).toEqual([]);
    contents.push([run('2')]);
    scene.list([a]);
    scene.wait(HOUR_MS);
    await scene.run();
    expect(await scene.status('a')).toMatchObject({ events: 2 });
    expect(scene.ingested.mock.calls.flatMap(([c]) => c.events)).toHaveLength(
      // The second says what is connected.
      3,
    );
  });

  it('tells a failing database from a failing producer', async () => {
    const scene = createPullScene(knex, {
      streams: [pages('runs', [[run('1')]])],
    });
    scene.ingested.mockRejectedValueOnce(new Error('disk full'));
    await expect(scene.run()).rejects.toThrow('could not be stored');
    expect(await scene.status('runs')).toMatchObject({ failures: 0 });
    await scene.run();
    expect(await scene.runs()).toEqual(['1']);
  });

  it('counts what is not accepted, beside its neighbours', async () => {
    const scene = createPullScene(knex, {
      streams: [
        pages('runs', [
          [run('1'), run('2', START + DAY_MS), { ...run('1'), contents: 'x' }],
        ]),
      ],
    });
    await scene.run();
    expect(await scene.runs()).toEqual(['1']);
    expect(await scene.status('runs')).toMatchObject({ events: 1, refused: 2 });
    expect(scene.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('in the future'),
    );
  });

  it('refuses a cursor that is too long', async () => {
    const scene = createPullScene(knex, {
      streams: [
        stream('a', async function* pull() {
          yield { events: [run('1')], cursor: 'x'.repeat(4097) };
        }),
      ],
    });
    await scene.run();
    expect(await scene.status('a')).toMatchObject({
      state: 'failing',
      lastError: expect.stringContaining('4097'),
    });
  });

  it('names what the catalog has and the source may speak for', async () => {
    await knowEntities(knex, [
      shop,
      component('pay', { 'github.com/project-slug': 'acme/pay, acme/shop' }),
      component('other', { 'github.com/project-slug': 'acme/other' }),
    ]);
    let names: string[] = [];
    const scene = createPullScene(knex, {
      config: { entities: ['component:default/shop', 'component:default/pay'] },
      streams: async surroundings => {
        names = await surroundings.names('repository');
        return [];
      },
    });
    await scene.run();
    expect(names).toEqual(['github.com/acme/pay', 'github.com/acme/shop']);
  });
});

describe.each(CONTRACT_DATABASES)('what a pull connects, on %s', name => {
  const databases = contractDatabases();
  const entity = (id: string) =>
    component(id, {
      'backstage.io/source-location': 'url:https://forge.test/acme/shop/',
    });
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(name);
  });

  const bindings = async () =>
    (
      await knex('source_binding')
        .join('entity', 'entity.id', 'source_binding.entity_id')
        .groupBy('entity.ref', 'kind')
        .orderBy('entity.ref')
        .select('entity.ref', 'kind', knex.raw('min(since) as since'))
    ).map(row => [row.ref, row.kind, Number(row.since)]);

  it('is connected since the earliest time that was looked at', async () => {
    await knowEntities(knex, [entity('shop')]);
    const scene = createPullScene(knex, {
      streams: [pages('runs', [[]], { subject: { kinds: ['run', 'change'] } })],
    });
    await scene.run();
    const since = START - 90 * DAY_MS;
    expect(await bindings()).toEqual([
      ['component:default/shop', 'change', since],
      ['component:default/shop', 'run', since],
    ]);
    // Said once.
    scene.wait(HOUR_MS);
    await scene.run();
    expect(await knex('event_log').select('type')).toEqual([
      { type: 'dev.cdeventsx.scorecards-source.connected.0.1.0' },
    ]);
  });

  it('is not connected before the history is there', async () => {
    await knowEntities(knex, [entity('shop')]);
    const scene = createPullScene(knex, {
      streams: [
        pages('runs', [[], []], {
          before: page => {
            if (page === 1) {
              throw new Error('down');
            }
          },
        }),
      ],
    });
    await scene.run();
    expect(await bindings()).toEqual([]);
  });

  it('is not connected by silence that may mean that it is elsewhere', async () => {
    await knowEntities(knex, [entity('shop')]);
    const contents = [[], [run('1')]];
    const first = contents.slice(0, 1);
    const subject = { onlyOnceSeen: true };
    const scene = createPullScene(knex, {
      streams: [pages('runs', first, { subject })],
    });
    await scene.run();
    expect(await bindings()).toEqual([]);
    scene.list([pages('runs', contents, { subject })]);
    scene.wait(HOUR_MS);
    await scene.run();
    expect(await bindings()).toEqual([
      ['component:default/shop', 'run', START - 90 * DAY_MS],
    ]);
  });

  it('is connected from now on for who comes to bear the name', async () => {
    await knowEntities(knex, [entity('shop')]);
    const scene = createPullScene(knex, { streams: [pages('runs', [[]])] });
    await scene.run();
    await knowEntities(knex, [entity('shop'), entity('till')]);
    scene.wait(HOUR_MS);
    await scene.run();
    expect(await bindings()).toEqual([
      ['component:default/shop', 'run', START - 90 * DAY_MS],
      ['component:default/till', 'run', START + HOUR_MS],
    ]);
  });

  it('names the subject when the catalog does not know it yet', async () => {
    const scene = createPullScene(knex, { streams: [pages('runs', [[]])] });
    await scene.run();
    expect(await knex('unmapped_event').select('scheme', 'value')).toEqual([
      { scheme: 'repository', value: SUBJECT.aliases[0].value },
    ]);
  });
});
