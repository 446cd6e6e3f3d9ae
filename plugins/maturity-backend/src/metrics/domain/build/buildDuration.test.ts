import { daysAgo, input, MINUTE, run, times } from '../../__testUtils__/facts';
import { buildDuration } from './buildDuration';

describe('buildDuration', () => {
  it('is the worked example of its page', () => {
    const minutes = [4, 5, 6, 8, 12];
    const facts = [
      ...times(5, i =>
        run(`${i}`, {
          queuedAt: daysAgo(i + 1) - 60 * MINUTE,
          startedAt: daysAgo(i + 1) - minutes[i] * MINUTE,
          finishedAt: daysAgo(i + 1),
        }),
      ),
      run('failed', {
        startedAt: daysAgo(1) - MINUTE,
        finishedAt: daysAgo(1),
        outcome: 'failure',
      }),
    ];
    expect(buildDuration.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 6 * MINUTE,
      n: 5,
      unknown: 0,
      distribution: {
        mean: 7 * MINUTE,
        p50: 6 * MINUTE,
        p90: 10.4 * MINUTE,
        max: 12 * MINUTE,
      },
    });
  });

  it.each([
    ['without a start', { startedAt: undefined }, { n: 0, unknown: 1 }],
    [
      'with a start behind it',
      { startedAt: daysAgo(1) + 1 },
      { n: 0, unknown: 1 },
    ],
    ['that took no time', { startedAt: daysAgo(1) }, { n: 1, value: 0 }],
    ['of a branch', { trunk: false }, { n: 0, unknown: 0 }],
    [
      'that was cancelled',
      { outcome: 'cancelled' as const },
      { n: 0, unknown: 0 },
    ],
    [
      'that goes on',
      { finishedAt: undefined, outcome: undefined },
      { status: 'insufficient', n: 0, open: 1 },
    ],
  ])('knows a run %s', (_, fields, expected) => {
    const facts = [
      run('1', {
        startedAt: daysAgo(1) - MINUTE,
        finishedAt: daysAgo(1),
        ...fields,
      }),
    ];
    expect(buildDuration.measure(input({ facts }))).toMatchObject(expected);
  });
});
