import type { ChangeFields } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  change,
  DAY,
  daysAgo,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { branchLifetime } from './branchLifetime';

describe('branchLifetime', () => {
  it('is the worked example of its page', () => {
    const facts = times(21, i =>
      change(`${i}`, {
        firstCommitAt: daysAgo(i + 1) - (i + 1) * HOUR,
        mergedAt: daysAgo(i + 1),
      }),
    );
    expect(branchLifetime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      statistic: 'p85',
      value: 18 * HOUR,
      n: 21,
      distribution: { p50: 11 * HOUR, max: 21 * HOUR },
      open: 0,
      unknown: 0,
    });
  });

  const mergedAt = daysAgo(2);

  it.each<[string, ChangeFields, object]>([
    [
      'without a first commit, from its creation',
      { mergedAt, createdAt: daysAgo(3) },
      { n: 1, value: DAY, unknown: 1 },
    ],
    ['without any beginning', { mergedAt }, { n: 0, unknown: 1 }],
    [
      'merged before its first commit, by clocks that disagree',
      { mergedAt, firstCommitAt: daysAgo(1) },
      { n: 0, unknown: 1 },
    ],
    [
      'merged before it was created, by clocks that disagree',
      { mergedAt, createdAt: daysAgo(1) },
      { n: 0, unknown: 1 },
    ],
    ['open', { firstCommitAt: daysAgo(9) }, { n: 0, open: 1 }],
    [
      'open when the window ends',
      { firstCommitAt: daysAgo(9), mergedAt: AS_OF },
      { n: 0, open: 1 },
    ],
    [
      'closed without a merge',
      { firstCommitAt: daysAgo(9), closedAt: mergedAt },
      { n: 0, open: 0 },
    ],
    ['of a bot', { mergedAt, bot: true }, { n: 0, open: 0, unknown: 0 }],
    [
      'that is a push',
      { mergedAt, form: 'push', firstCommitAt: daysAgo(3) },
      { n: 0, open: 0 },
    ],
    [
      'to another branch',
      { mergedAt, trunk: false, firstCommitAt: daysAgo(3) },
      { n: 0, open: 0 },
    ],
  ])('a change %s', (_, fields, expected) => {
    expect(
      branchLifetime.measure(input({ facts: [change('1', fields)] })),
    ).toMatchObject(expected);
  });
});
