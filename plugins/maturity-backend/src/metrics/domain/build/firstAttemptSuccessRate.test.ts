import type { RunFields } from '@devops-scorecards/plugin-maturity-common';
import { daysAgo, HOUR, input, run, times } from '../../__testUtils__/facts';
import { buildSuccessRate } from './buildSuccessRate';
import { firstAttemptSuccessRate } from './firstAttemptSuccessRate';

const finishedAt = daysAgo(2);

describe('firstAttemptSuccessRate', () => {
  it('is the worked example of its page, beside the final attempts', () => {
    const facts = [
      ...times(45, i => run(`ok-${i}`, { finishedAt })),
      ...times(3, i => run(`bad-${i}`, { finishedAt, outcome: 'failure' })),
      ...times(2, i =>
        run(`again-${i}`, { finishedAt, outcome: 'failure', attempt: 1 }),
      ),
      ...times(2, i =>
        run(`again-${i}#2`, { finishedAt: finishedAt + HOUR, attempt: 2 }),
      ),
      ...times(4, i => run(`off-${i}`, { finishedAt, outcome: 'cancelled' })),
    ];
    expect(firstAttemptSuccessRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.9,
      numerator: 45,
      denominator: 50,
      open: 0,
      unknown: 0,
    });
    expect(buildSuccessRate.measure(input({ facts })).value).toBe(0.94);
  });

  it.each<[string, RunFields, object]>([
    ['of a later attempt', { attempt: 2 }, { n: 0 }],
    ['without a number', { attempt: undefined }, { n: 1 }],
    ['of a branch', { trunk: false }, { n: 0 }],
    ['that ended somehow', { outcome: undefined }, { n: 0, unknown: 1 }],
    [
      'that is going on',
      { finishedAt: undefined, outcome: undefined, startedAt: finishedAt },
      { n: 0, open: 1 },
    ],
    ['that was skipped', { outcome: 'skipped' }, { n: 0, unknown: 0 }],
  ])('a run %s', (_, fields, expected) => {
    expect(
      firstAttemptSuccessRate.measure(
        input({ facts: [run('1', { finishedAt, ...fields })] }),
      ),
    ).toMatchObject(expected);
  });
});
