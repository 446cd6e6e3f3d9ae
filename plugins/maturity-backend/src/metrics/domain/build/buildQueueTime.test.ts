import {
  AS_OF,
  daysAgo,
  input,
  MINUTE,
  run,
  times,
} from '../../__testUtils__/facts';
import { buildQueueTime } from './buildQueueTime';

describe('buildQueueTime', () => {
  it('is the worked example of its page', () => {
    const minutes = [0, 1, 1, 2, 6];
    const outcomes = ['success', 'failure', 'cancelled', undefined] as const;
    const facts = times(5, i =>
      run(`${i}`, {
        queuedAt: daysAgo(i + 1) - minutes[i] * MINUTE,
        startedAt: daysAgo(i + 1),
        outcome: outcomes[i % 4],
      }),
    );
    expect(buildQueueTime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 4.4 * MINUTE,
      n: 5,
      open: 0,
      distribution: { mean: 2 * MINUTE, p50: MINUTE, p90: 4.4 * MINUTE },
    });
  });

  it('belongs to the window in which the run started', () => {
    const facts = [run('1', { queuedAt: daysAgo(6), startedAt: daysAgo(5) })];
    const measure = (from: number, to: number) =>
      buildQueueTime.measure(
        input({ facts, window: { from: daysAgo(from), to: daysAgo(to) } }),
      );
    expect(measure(7, 5)).toMatchObject({ n: 0, open: 1 });
    expect(measure(5, 4)).toMatchObject({ n: 1, open: 0 });
  });

  it('shows what waits, with its age', () => {
    const facts = [run('1', { queuedAt: AS_OF - MINUTE, outcome: undefined })];
    expect(buildQueueTime.measure(input({ facts }))).toMatchObject({
      status: 'insufficient',
      open: 1,
      evidence: [{ role: 'open', value: MINUTE }],
    });
  });

  it.each([
    ['without a queue', { queuedAt: undefined }, { n: 0, unknown: 1 }],
    ['queued after it started', { queuedAt: AS_OF - 1 }, { n: 0, unknown: 1 }],
    ['that was skipped', { outcome: 'skipped' as const }, { n: 0, unknown: 0 }],
    ['of a branch', { trunk: undefined }, { n: 0, unknown: 0 }],
    [
      'that was cancelled before it started',
      {
        startedAt: undefined,
        finishedAt: daysAgo(1),
        outcome: 'cancelled' as const,
      },
      { n: 0, unknown: 0, open: 0 },
    ],
    [
      'whose start got lost',
      { startedAt: undefined, finishedAt: daysAgo(1) },
      { n: 0, open: 0 },
    ],
  ])('leaves out a run %s', (_, fields, expected) => {
    const facts = [
      run('1', {
        queuedAt: daysAgo(1) - MINUTE,
        startedAt: daysAgo(1),
        ...fields,
      }),
    ];
    expect(buildQueueTime.measure(input({ facts }))).toMatchObject(expected);
  });
});
