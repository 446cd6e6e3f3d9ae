import type { Knex } from 'knex';
import {
  createScene,
  deployed,
  ENTITY,
  MODEL,
  payments,
} from '../assessment/__testUtils__/scene';
import { recompute } from '../assessment/recompute';
import { toNumber } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { entityId, knowEntities } from '../facts/__testUtils__/events';
import { readLastSeen } from '../facts/readLastSeen';
import { beat } from './beat';
import { heartbeatEveryMs } from './domain/heartbeatEveryMs';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('heartbeatEveryMs', () => {
  it.each([
    [undefined, HOUR_MS],
    [12 * HOUR_MS, HOUR_MS],
    [HOUR_MS, 15 * MINUTE_MS],
    [MINUTE_MS, MINUTE_MS],
  ])('of staleAfter %p is %p', (staleAfterMs, expected) => {
    expect(heartbeatEveryMs(staleAfterMs)).toBe(expected);
  });
});

describe.each(CONTRACT_DATABASES)('signs of life on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(name);
  });

  const beats = async () =>
    (await knex('source_heartbeat').orderBy('seq').select('at')).map(row =>
      toNumber(row.at),
    );

  it('are kept no more often than anybody can tell', async () => {
    const source = { name: 'ci', staleAfterMs: 3 * HOUR_MS };
    for (let minute = 0; minute <= 120; minute += 5) {
      await beat(knex, { source, now: minute * MINUTE_MS });
    }
    expect(await beats()).toEqual([0, 45, 90].map(m => m * MINUTE_MS));
  });

  it('move when a source was last seen, and leave the past alone', async () => {
    const scene = await createScene(knex);
    await knowEntities(knex, [payments]);
    await scene.ingest(deployed('d', scene.clock.now() - DAY_MS));
    const [{ id: sourceId }] = await knex('source').select('id');
    const seen = async () => {
      const { seq } = await knex('knowledge').first('seq');
      return readLastSeen(knex, { sourceId, knownAt: toNumber(seq) });
    };
    const { seq: before } = await knex('knowledge').first('seq');
    const start = scene.clock.now();
    expect(await seen()).toBe(start);
    const later = start + 5 * HOUR_MS;
    await beat(knex, { source: { name: 'ci' }, now: later });
    expect(await seen()).toBe(later);
    expect(
      await readLastSeen(knex, { sourceId, knownAt: toNumber(before) }),
    ).toBe(start);
  });

  it('decide whether a source is stale, and stored verdicts stay computable', async () => {
    const staleAfterMs = 6 * HOUR_MS;
    const source = { name: 'ci', staleAfterMs };
    const scene = await createScene(knex);
    const context = { ...scene.context, staleAfter: { ci: staleAfterMs } };
    const worker = scene.createWorker(context);
    await knowEntities(knex, [payments]);
    const start = scene.clock.now();
    await scene.ingest(
      ...Array.from({ length: 12 }, (_, index) =>
        deployed(`d${index}`, start - (index + 1) * DAY_MS),
      ),
    );
    await beat(knex, { source, now: start });
    await worker.runDue();

    const id = await entityId(knex, ENTITY);
    const stored: { asOf: number; knownAt: number; verdict: string }[] = [];
    const assess = async () => {
      await worker.runDue();
      const asOf = scene.clock.now();
      const { seq } = await knex('knowledge').first('seq');
      const result = await recompute(context, {
        entityId: id,
        asOf,
        knownAt: toNumber(seq),
        model: MODEL,
      });
      stored.push({
        asOf,
        knownAt: toNumber(seq),
        verdict: JSON.stringify(result!.verdicts),
      });
      const row = await scene.assessment();
      return [
        result!.measurements['deployment-failure-rate'].status,
        Number(row.decided),
      ];
    };
    const [fresh, decided] = await assess();
    expect(fresh).toBe('ok');

    // Silence: assessed by time alone.
    scene.setTime(start + staleAfterMs + MINUTE_MS);
    const [stale, staleDecided] = await assess();
    expect(stale).toBe('stale');
    expect(staleDecided).toBeLessThan(decided as number);

    // A pull without news revives it, without any event.
    scene.setTime(start + 8 * HOUR_MS);
    expect(await beat(knex, { source, now: scene.clock.now() })).toBe(true);
    expect(await assess()).toEqual(['ok', decided]);

    // And goes on to, by time alone.
    scene.setTime(start + 12 * HOUR_MS);
    expect(await beat(knex, { source, now: scene.clock.now() })).toBe(false);
    scene.setTime(start + 14 * HOUR_MS + 2 * MINUTE_MS);
    expect(await assess()).toEqual(['ok', decided]);

    for (const { asOf, knownAt, verdict } of stored) {
      const again = await recompute(context, {
        entityId: id,
        asOf,
        knownAt,
        model: MODEL,
      });
      expect(JSON.stringify(again!.verdicts)).toBe(verdict);
    }
  });
});
