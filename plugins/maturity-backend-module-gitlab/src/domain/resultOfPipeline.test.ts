import {
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { statements } from '../__testUtils__/delivery';
import {
  build,
  HOST,
  pipeline,
  production,
  SHA,
} from '../__testUtils__/payloads';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const gitlab = (time: string) => `2026-11-20 ${time} UTC`;
const KEY = `${HOST}/pipelines/31`;

function runs(...payload: Parameters<typeof pipeline>): Statement<'run'>[] {
  return statements('run', pipeline(...payload));
}

function run(...payload: Parameters<typeof pipeline>): Statement<'run'> {
  const found = runs(...payload);
  expect(found).toHaveLength(1);
  return found[0];
}

describe('a run whose pipeline went on after a result', () => {
  const finished = build();
  const deploy = build({
    id: 380,
    name: 'production',
    stage: 'deploy',
    when: 'manual',
    manual: true,
    status: 'manual',
    started_at: null,
    finished_at: null,
    environment: production,
  });
  const deployed = {
    ...deploy,
    status: 'success',
    started_at: gitlab('16:00:00'),
    finished_at: gitlab('16:02:00'),
  };
  const again = build({
    id: 381,
    created_at: gitlab('07:30:00'),
    started_at: gitlab('07:30:10'),
    finished_at: gitlab('07:34:00'),
  });

  it('has a result at the gate that waits for a person', () => {
    const gate = run(
      { status: 'manual', finished_at: null },
      { builds: [finished, deploy] },
    );
    expect(gate).toMatchObject({
      rank: StatementRank.Finished,
      occurredAt: at('07:05:00'),
      fields: { outcome: 'success', finishedAt: at('07:05:00') },
    });
  });

  it('has none where nothing ran before the gate', () => {
    const gate = run(
      { status: 'manual', finished_at: null },
      { builds: [deploy] },
    );
    expect(gate.rank).toBe(StatementRank.Queued);
    expect(gate.fields).not.toHaveProperty('outcome');
  });

  it('keeps it when the person starts the job', () => {
    const running = run(
      { status: 'running' },
      {
        builds: [
          finished,
          { ...deployed, status: 'running', finished_at: null },
        ],
      },
    );
    expect(running.rank).toBe(StatementRank.Started);
    const later = run(
      { finished_at: gitlab('16:02:01') },
      { builds: [finished, deployed] },
    );
    expect(later).toMatchObject({
      key: KEY,
      rank: StatementRank.Started,
      fields: { outcome: 'success', finishedAt: at('16:02:01') },
    });
    const second = run(
      { status: 'manual', finished_at: null },
      { builds: [finished, deployed, { ...deploy, id: 390 }] },
    );
    expect(second.rank).toBe(StatementRank.Started);
  });

  it('keeps it when a protected environment was waited for', () => {
    const approved = { ...deployed, when: 'on_success', manual: false };
    const later = run(
      { finished_at: gitlab('16:02:01'), duration: 390 },
      { builds: [finished, approved] },
    );
    expect(later.rank).toBe(StatementRank.Started);
  });

  it('is run again as a second attempt', () => {
    const retried = { finished_at: gitlab('07:34:01') };
    const [first, second, ...more] = runs(retried, {
      builds: [finished, again],
    });
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      key: KEY,
      rank: StatementRank.Started,
      fields: {
        attempt: 1,
        startedAt: at('07:00:30'),
        finishedAt: at('07:34:01'),
        outcome: 'success',
      },
    });
    expect(second).toMatchObject({
      key: `${KEY}#2`,
      rank: StatementRank.Finished,
      occurredAt: at('07:34:01'),
      fields: {
        attempt: 2,
        finishedAt: at('07:34:01'),
        outcome: 'success',
        trunk: true,
        commit: SHA,
      },
    });
    expect(second.fields).not.toHaveProperty('startedAt');
    expect(second.fields).not.toHaveProperty('queuedAt');
  });

  it('has no second attempt before that has a result', () => {
    expect(runs({ status: 'running' }, { builds: [finished, again] })).toEqual([
      expect.objectContaining({ key: KEY }),
    ]);
  });

  it('has its second attempt end at the gate, too', () => {
    const ranks = [
      runs(
        { status: 'manual', finished_at: null },
        { builds: [finished, again, deploy] },
      ),
      runs(
        { finished_at: gitlab('16:02:01') },
        { builds: [finished, again, deployed] },
      ),
    ].map(([, { rank }]) => rank);
    expect(ranks).toEqual([StatementRank.Finished, StatementRank.Started]);
  });

  it('is not run again by a manual job that is', () => {
    const redeployed = { ...deployed, created_at: gitlab('15:59:00') };
    expect(runs({}, { builds: [finished, redeployed] })).toHaveLength(1);
  });

  it('never has a start after its end, nor an outcome without a state that has one', () => {
    const offset = fc.integer({ min: 0, max: 100_000 });
    const spelled = (seconds: number) =>
      new Date(at('07:00:00') + seconds * 1000)
        .toISOString()
        .replace('T', ' ')
        .replace('.000Z', ' UTC');
    fc.assert(
      fc.property(
        fc.constantFrom('running', 'success', 'failed', 'manual', 'canceled'),
        fc.array(
          fc.record({
            created: offset,
            waited: offset,
            ran: offset,
            when: fc.constantFrom('on_success', 'manual', 'delayed'),
          }),
          { maxLength: 4 },
        ),
        (status, jobs) => {
          const builds = jobs.map(({ created, waited, ran, when }, id) =>
            build({
              id,
              when,
              created_at: spelled(created),
              started_at: spelled(created + waited),
              finished_at: spelled(created + waited + ran),
            }),
          );
          const end = Math.max(
            0,
            ...jobs.map(({ created, waited, ran }) => created + waited + ran),
          );
          const found = runs(
            { status, finished_at: spelled(end), queued_duration: null },
            { builds },
          );
          for (const { key, fields, occurredAt } of found) {
            const { startedAt, finishedAt, attempt } = fields;
            expect(key).toBe(attempt === 2 ? `${KEY}#2` : KEY);
            expect(startedAt ?? 0).toBeLessThanOrEqual(finishedAt ?? Infinity);
            expect(finishedAt ?? 0).toBeLessThanOrEqual(occurredAt);
            expect(fields.outcome === undefined).toBe(finishedAt === undefined);
          }
          expect(found.length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});
