import { daysAgo, input, measure } from '../../__testUtils__/facts';
import { automatedPassRate } from './automatedPassRate';

function report(key: string, part: number, total: number, trunk = true) {
  return measure(key, {
    name: 'automated-tests',
    part,
    total,
    trunk,
    measuredAt: daysAgo(1),
  });
}

describe('automatedPassRate', () => {
  it('pools the reports, as in the worked example of its page', () => {
    const facts = [
      report('1', 990, 1000),
      report('2', 5, 10),
      report('branch', 0, 500, false),
      report('impossible', 11, 10),
    ];
    expect(automatedPassRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 995 / 1010,
      n: 1010,
      numerator: 995,
      denominator: 1010,
      unknown: 1,
      evidence: [
        { key: '1', role: 'for', value: 0.99 },
        { key: '2', role: 'against', value: 0.5 },
      ],
    });
  });

  it('counts tests, not reports, towards its minimum', () => {
    const statusOf = (total: number) =>
      automatedPassRate.measure(input({ facts: [report('1', 1, total)] }))
        .status;
    expect(statusOf(9)).toBe('insufficient');
    expect(statusOf(10)).toBe('ok');
  });
});
