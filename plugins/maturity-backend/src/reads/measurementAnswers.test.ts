import { builtInMetrics, MetricRegistry } from '../metrics';
import {
  createPaymentsScene,
  DAY_MS,
  deployed,
  ENTITY,
  MINUTE_MS,
  START,
  type Scene,
} from '../assessment/__testUtils__/scene';
import { readKnownEntity } from '../assessment/readKnownEntity';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { AnswerCache } from './AnswerCache';
import { answerValidity } from './answerValidity';
import { MeasurementReader } from './MeasurementReader';

describe('AnswerCache', () => {
  const basis = { stamp: 'a', validUntil: 10, knownAt: 1 };
  const ask = { key: 'q', stamp: 'a', now: 9, isOutdated: () => false };

  it('gives an answer again while it holds', () => {
    const cache = AnswerCache.create<string>();
    expect(cache.get(ask)).toBeUndefined();
    cache.set('q', 'yes', basis);
    expect(cache.get(ask)).toBe('yes');
    expect(cache.get(ask)).toBe('yes');
  });

  it.each([
    ['another stamp', { stamp: 'b' }],
    ['its time', { now: 10 }],
    ['something else that changed', { isOutdated: (at: number) => at === 1 }],
  ])('forgets it with %s', (_, change) => {
    const cache = AnswerCache.create<string>();
    cache.set('q', 'yes', basis);
    expect(cache.get({ ...ask, ...change })).toBeUndefined();
    expect(cache.get(ask)).toBeUndefined();
  });

  it('lets what was asked for longest ago go', () => {
    const cache = AnswerCache.create<string>({ capacity: 2 });
    cache.set('q', 'q', basis);
    cache.set('r', 'r', basis);
    cache.get(ask);
    cache.set('s', 's', basis);
    expect(cache.get(ask)).toBe('q');
    expect(cache.get({ ...ask, key: 'r' })).toBeUndefined();
    expect(cache.get({ ...ask, key: 's' })).toBe('s');
  });
});

describe('answerValidity', () => {
  const asOf = Date.UTC(2026, 10, 20, 15, 58);
  const options = { asOf, open: 0, connections: {}, timeZone: 'UTC' };

  it('ends with five minutes, with one where something is open', () => {
    expect(answerValidity(options)).toBe(asOf + 5 * 60_000);
    expect(answerValidity({ ...options, open: 1 })).toBe(asOf + 60_000);
  });

  it('ends at midnight and when a source becomes stale', () => {
    expect(answerValidity({ ...options, timeZone: 'Asia/Shanghai' })).toBe(
      Date.UTC(2026, 10, 20, 16),
    );
    const run = { source: 'ci', since: 0, lastSeen: asOf, staleAfterMs: 5_000 };
    expect(answerValidity({ ...options, connections: { run } })).toBe(
      asOf + 5_001,
    );
  });
});

describe.each(CONTRACT_DATABASES)('kept measurements on %s', name => {
  const { create } = contractDatabases();
  let scene: Scene;
  let reader: MeasurementReader;

  beforeEach(async () => {
    scene = await createPaymentsScene(await create(name));
    reader = MeasurementReader.create({
      context: scene.context,
      metrics: MetricRegistry.create(builtInMetrics),
      clock: scene.clock,
    });
  });

  const window = { from: START - 30 * DAY_MS, to: START + 10 * DAY_MS };

  async function ask() {
    const entity = (await readKnownEntity(scene.knex, {
      entityRef: ENTITY,
      knownAt: Number.MAX_SAFE_INTEGER,
    }))!;
    const [measured] = await reader.measure({
      entity,
      metrics: ['automated-release-rate'],
      window,
    });
    const series = await reader.series({
      entity,
      metric: 'automated-release-rate',
      bucket: 'week',
      window,
    });
    return { measured, series };
  }

  it('are what a new reader computes, after every event', async () => {
    const first = await ask();
    expect((await ask()).measured).toBe(first.measured);
    expect((await ask()).series).toBe(first.series);
    for (let i = 1; i <= 3; i += 1) {
      scene.setTime(START + i * MINUTE_MS);
      await scene.ingest(
        deployed(`more-${i}`, START + i * MINUTE_MS - 1, {
          execution: i === 2 ? 'manual' : 'pipeline',
        }),
      );
      const after = await ask();
      expect(after.measured.n).toBe(first.measured.n + i);
      expect(after.measured.asOf).toBe(START + i * MINUTE_MS);
    }
  });

  it('are computed again when their time has run out', async () => {
    const first = await ask();
    scene.setTime(START + 4 * MINUTE_MS);
    expect((await ask()).measured).toBe(first.measured);
    scene.setTime(START + 6 * MINUTE_MS);
    const later = await ask();
    expect(later.measured).not.toBe(first.measured);
    expect(later.measured.value).toBe(first.measured.value);
  });
});
