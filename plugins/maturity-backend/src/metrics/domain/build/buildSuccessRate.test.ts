import {
  AS_OF,
  daysAgo,
  HOUR,
  input,
  run,
  times,
} from '../../__testUtils__/facts';
import { buildSuccessRate } from './buildSuccessRate';

describe('buildSuccessRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(45, i =>
        run(`ok-${i}#1`, { attempt: 1, finishedAt: daysAgo(i) - 1 }),
      ),
      ...times(3, i =>
        run(`red-${i}#1`, {
          attempt: 1,
          finishedAt: daysAgo(i) - 1,
          outcome: 'failure',
        }),
      ),
      // Two that went wrong at first and well when they were run again.
      ...times(2, i =>
        run(`flaky-${i}#1`, {
          attempt: 1,
          finishedAt: daysAgo(3),
          outcome: 'failure',
        }),
      ),
      ...times(2, i =>
        run(`flaky-${i}#2`, { attempt: 2, finishedAt: daysAgo(3) + HOUR }),
      ),
      ...times(4, i =>
        run(`cancelled-${i}#1`, {
          attempt: 1,
          finishedAt: daysAgo(4),
          outcome: 'cancelled',
        }),
      ),
    ];
    expect(buildSuccessRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.94,
      n: 50,
      numerator: 47,
      denominator: 50,
    });
  });

  it.each([
    [
      'the last attempt, not the last to arrive',
      [
        run('1#3', { attempt: 3, finishedAt: daysAgo(1) }),
        run('1#10', {
          attempt: 10,
          finishedAt: daysAgo(1),
          outcome: 'failure',
        }),
        run('1#2', { attempt: 2, finishedAt: daysAgo(1) }),
      ],
      { n: 1, numerator: 0 },
    ],
    [
      'a first attempt together with its second, also without a number',
      [
        run('a/1', { attempt: 1, finishedAt: daysAgo(2), outcome: 'failure' }),
        run('a/1#2', { attempt: 2, finishedAt: daysAgo(1) }),
        run('b/1', { finishedAt: daysAgo(2) }),
        run('b/1#2', {
          attempt: 2,
          finishedAt: daysAgo(1),
          outcome: 'failure',
        }),
      ],
      { n: 2, numerator: 1 },
    ],
    [
      'the last attempt with a result, not a cancelled one',
      [
        run('1#1', { attempt: 1, finishedAt: daysAgo(2), outcome: 'failure' }),
        run('1#2', {
          attempt: 2,
          finishedAt: daysAgo(1),
          outcome: 'cancelled',
        }),
      ],
      { n: 1, numerator: 0 },
    ],
    [
      'the last finished attempt while the next is running',
      [
        run('1#1', { attempt: 1, finishedAt: daysAgo(2), outcome: 'failure' }),
        run('1#2', { attempt: 2, startedAt: daysAgo(1), outcome: undefined }),
      ],
      { n: 1, numerator: 0, open: 1 },
    ],
    [
      'runs without attempts each for themselves',
      [
        run('1', { finishedAt: daysAgo(2), outcome: 'failure' }),
        run('2', { finishedAt: daysAgo(1) }),
      ],
      { n: 2, numerator: 1 },
    ],
    [
      'the same id at two sources apart',
      [
        run('1#1', { attempt: 1, finishedAt: daysAgo(2) }),
        run('1#1', { attempt: 1, finishedAt: daysAgo(2) }, { source: 'x' }),
      ],
      { n: 2, numerator: 2 },
    ],
    [
      'no branch but the trunk',
      [
        run('1', { trunk: false, finishedAt: daysAgo(2) }),
        run('2', { trunk: undefined, finishedAt: daysAgo(2) }),
      ],
      { n: 0, status: 'none' },
    ],
    [
      'an unknown end apart',
      [run('1', { outcome: undefined, finishedAt: daysAgo(2) })],
      { n: 0, unknown: 1 },
    ],
  ])('judges %s', (_, facts, expected) => {
    expect(buildSuccessRate.measure(input({ facts }))).toMatchObject(expected);
  });

  it('counts a run in the window of its last attempt only', () => {
    const facts = [
      run('1#1', { attempt: 1, finishedAt: daysAgo(9), outcome: 'failure' }),
      run('1#2', { attempt: 2, finishedAt: daysAgo(4) }),
    ];
    const measure = (from: number, to: number) =>
      buildSuccessRate.measure(
        input({
          facts,
          window: { from: daysAgo(from), to: daysAgo(to) },
          asOf: AS_OF,
        }),
      );
    expect(measure(10, 5)).toMatchObject({ n: 0 });
    expect(measure(5, 0)).toMatchObject({ n: 1, numerator: 1 });
  });
});
