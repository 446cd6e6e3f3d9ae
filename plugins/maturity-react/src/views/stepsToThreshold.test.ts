import type { MetricCriterion } from '@devops-scorecards/plugin-maturity-common';
import { stepsToThreshold } from './stepsToThreshold';

type Operator = MetricCriterion['operator'];

describe('stepsToThreshold', () => {
  it.each<[string, number, number, Operator, number, number | undefined]>([
    ['one more of 19 makes 95 %', 18, 19, '>=', 0.95, 1],
    ['"more than" needs one further', 18, 19, '>', 0.95, 2],
    ['clean ones dilute failures', 2, 20, '<=', 0.05, 20],
    ['"less than" needs one further', 2, 20, '<', 0.05, 21],
    ['met already', 19, 20, '>=', 0.95, undefined],
    ['too far', 1, 50, '>=', 0.95, undefined],
    ['out of reach', 1, 10, '<=', 0, undefined],
  ])('%s', (_, numerator, denominator, operator, threshold, expected) => {
    expect(
      stepsToThreshold(
        { operator, threshold },
        { unit: 'ratio', n: denominator, numerator, denominator },
      ),
    ).toBe(expected);
  });

  it('says nothing of durations and of empty ratios', () => {
    const criterion = { operator: '<=', threshold: 1 } as const;
    expect(
      stepsToThreshold(criterion, { unit: 'duration', n: 3 }),
    ).toBeUndefined();
    expect(
      stepsToThreshold(criterion, {
        unit: 'ratio',
        n: 0,
        numerator: 0,
        denominator: 0,
      }),
    ).toBeUndefined();
  });
});
