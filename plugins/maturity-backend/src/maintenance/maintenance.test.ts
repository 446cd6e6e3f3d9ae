import { mockServices } from '@backstage/backend-test-utils';
import {
  StatementRank,
  type MaintenanceRun,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { DatabaseEventStore } from '../facts';
import {
  component,
  countRows,
  dumpFacts,
  incoming,
  knowEntities,
  runEvent,
} from '../facts/__testUtils__/events';
import { pseudonymOf } from '../ingest/createMappingContext';
import { createMaintenance } from './createMaintenance';
import { deleteExpiredEvents, deleteExpiredFacts } from './deleteExpired';

const ENTITY = { entityRef: 'component:default/payments' };

describe.each(CONTRACT_DATABASES)('maintenance on %s', name => {
  const { create } = contractDatabases();
  let knex: Knex;
  let now: number;

  const clock = { now: () => now };
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = await create(name);
    now = 1_000_000;
    await knowEntities(knex, [component('payments')]);
  });

  const append = (...events: Parameters<typeof incoming>[0][]) =>
    DatabaseEventStore.create({ knex }).append({
      source: { name: 'ci', entities: 'all' },
      events: events.map(event => incoming(event)),
      receivedAt: now,
    });

  const maintain = (authorKey?: string) =>
    createMaintenance({ knex, clock, logger, authorKey });

  function run(id: string, at: number | undefined, event: object = {}) {
    return runEvent({
      id,
      key: id,
      rank: at === undefined ? StatementRank.Started : StatementRank.Finished,
      fields:
        at === undefined
          ? { startedAt: 50 }
          : { finishedAt: at, outcome: 'success' },
      event,
    }).event;
  }

  describe('replay', () => {
    it('changes nothing where nothing is broken', async () => {
      for (let i = 0; i < 12; i += 1) {
        await append(run(`${i % 5}`, i, { eventId: `e${i}` }));
      }
      const before = await dumpFacts(knex);
      const { runs, replay } = maintain();
      const started = await replay();
      expect(started).toMatchObject({ kind: 'replay', state: 'running' });
      await runs.settled();
      expect(await dumpFacts(knex)).toEqual(before);
      const [done] = await runs.list();
      expect(done).toMatchObject({ id: started.id, state: 'done' });
      expect(done.done).toBe(done.total);
    });

    it('repairs what is broken', async () => {
      await append(run('a', 5), run('b', 6));
      const before = await dumpFacts(knex);
      await knex('run').update({ outcome: 'cancelled', at: 1 });
      await knex('run_entity').update({ at: 1 });
      expect(await dumpFacts(knex)).not.toEqual(before);
      const { runs, replay } = maintain();
      await replay();
      await runs.settled();
      expect(await dumpFacts(knex)).toEqual(before);
    });

    it('is refused while another one moves, and not when that has died', async () => {
      await knex('maintenance_run').insert({
        kind: 'replay',
        state: 'running',
        started_at: now - 1_000,
        updated_at: now - 1_000,
      });
      const { runs, replay } = maintain();
      await expect(replay()).rejects.toThrow(/goes on already/);
      now += 10 * 60_000;
      const [dead] = await runs.list();
      expect(dead).toMatchObject({
        state: 'failed',
        problem: expect.stringContaining('start it again'),
      });
      await replay();
      await runs.settled();
      expect((await runs.list()).map(({ state }) => state)).toEqual([
        'done',
        'failed',
      ] satisfies MaintenanceRun['state'][]);
    });

    it('says that it failed, and not where the database is', async () => {
      await append(run('a', 5));
      await knex('event_log').update({ statements: 'no JSON' });
      const { runs, replay } = maintain();
      await replay();
      await runs.settled();
      expect(await runs.list()).toMatchObject([
        { state: 'failed', problem: expect.stringContaining('the log') },
      ]);
      expect(logger.error).toHaveBeenCalled();
    });
  });

  describe('retention', () => {
    it('deletes facts that ended before, and their events; keys stay', async () => {
      await append(
        run('old', 100),
        run('kept', 5_000),
        run('open', undefined, { occurredAt: 50 }),
      );
      const before = await countRows(knex);
      expect(await deleteExpiredFacts({ knex, before: 1_000 })).toEqual({
        facts: 1,
        events: 1,
      });
      const after = await countRows(knex);
      expect(after).toMatchObject({
        run: before.run - 1,
        event_log: before.event_log - 1,
        event_key: before.event_key,
      });
      const keys = await knex('run').orderBy('key').pluck('key');
      expect(keys).toEqual(['kept', 'open']);
      // Sent again it is a duplicate, and nothing comes back.
      const [again] = await append(run('old', 100));
      expect(again.status).toBe('duplicate');
      expect(await deleteExpiredFacts({ knex, before: 1_000 })).toEqual({
        facts: 0,
        events: 0,
      });
    });

    it('keeps an event as long as a fact of it is kept', async () => {
      const { statements } = run('new', 9_000);
      await append({
        ...run('old', 100),
        eventId: 'both',
        statements: [...run('old', 100).statements!, ...statements!],
      });
      expect(await deleteExpiredFacts({ knex, before: 1_000 })).toEqual({
        facts: 1,
        events: 0,
      });
      const { runs, replay } = maintain();
      await replay();
      await runs.settled();
      expect(await knex('event_log').pluck('event_id')).toEqual(['both']);
    });

    it('deletes events without a fact, and goes on where it ended', async () => {
      now = 100;
      await append(
        { ...ENTITY, eventId: 'ping', statements: [] },
        run('fact', 50),
        {
          ...ENTITY,
          eventId: 'connected',
          statements: [],
          connects: [{ kind: 'run', since: 1 }],
        },
        { eventId: 'nobody', statements: [] },
      );
      now = 5_000;
      await append({ ...ENTITY, eventId: 'later', statements: [] });
      const first = await deleteExpiredEvents({ knex, before: 1_000 });
      expect(first.deleted).toBe(2);
      expect(await knex('event_log').orderBy('seq').pluck('event_id')).toEqual([
        expect.any(String),
        'connected',
        'later',
      ]);
      expect(await knex('unmapped_event').pluck('seq')).toEqual([]);
      const second = await deleteExpiredEvents({
        knex,
        before: 10_000,
        after: first.after,
      });
      expect(second.deleted).toBe(1);
    });
  });

  describe('erasing an author', () => {
    const KEY = 'a key';

    async function change(id: string, author: string) {
      await append({
        ...ENTITY,
        eventId: id,
        statements: [
          {
            kind: 'change',
            key: id,
            rank: StatementRank.Finished,
            occurredAt: 5,
            fields: { mergedAt: 5, author },
          },
        ],
      });
    }

    it('unlinks facts, log and raw bodies, and keeps the number of authors', async () => {
      const ann = pseudonymOf('Ann', KEY);
      const bob = pseudonymOf('bob', KEY);
      await change('1', ann);
      await change('2', ann);
      await change('3', bob);
      await knex('event_raw').insert(
        (
          await knex('event_log').pluck('seq')
        ).map(seq => ({
          seq,
          received_at: 1,
          content_type: 'application/json',
          body: Buffer.from('Ann'),
        })),
      );
      const maintenance = maintain(KEY);
      expect(await maintenance.eraseAuthor('ann')).toEqual({
        changes: 2,
        events: 2,
      });
      const authors = await knex('change').orderBy('key').pluck('author');
      expect(authors[0]).toBe(authors[1]);
      expect(authors[0]).toMatch(/^[0-9a-f]{32}$/);
      expect(authors).not.toContain(ann);
      expect(authors[2]).toBe(bob);
      const log = await knex('event_log').select('statements');
      expect(JSON.stringify(log)).not.toContain(ann);
      expect(await knex('event_raw').pluck('seq')).toHaveLength(1);
      // A replay does not bring them back.
      await maintenance.replay();
      await maintenance.runs.settled();
      expect(await knex('change').orderBy('key').pluck('author')).toEqual(
        authors,
      );
      expect(await maintenance.eraseAuthor('ann')).toEqual({
        changes: 0,
        events: 0,
      });
    });

    it('says that nobody is kept without a key', async () => {
      await expect(maintain().eraseAuthor('ann')).rejects.toThrow(
        /maturity\.privacy\.authorKey/,
      );
    });
  });
});
