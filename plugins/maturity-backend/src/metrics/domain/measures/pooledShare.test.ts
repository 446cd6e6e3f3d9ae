import { daysAgo, input, measure } from '../../__testUtils__/facts';
import { builtInMetrics } from '../../builtInMetrics';

const automatedPassRate = builtInMetrics.find(
  ({ definition }) => definition.id === 'automated-pass-rate',
)!;

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

  it.each([
    ['nothing was read', [], 'no-source'],
    [
      'readings have come only before the window',
      [{ ...report('1', 1, 1).fields, measuredAt: daysAgo(100) }],
      'none',
    ],
    [
      'no reading says a share',
      [{ ...report('1', 1, 1).fields, total: 0 }],
      'insufficient',
    ],
  ])('where %s', (_, readings, status) => {
    const facts = readings.map((fields, i) => measure(`${i}`, fields));
    const measurement = automatedPassRate.measure(input({ facts }));
    expect(measurement).toMatchObject({ status, n: 0 });
    expect(measurement).not.toHaveProperty('value');
  });

  it('counts tests, not reports, towards its minimum', () => {
    const statusOf = (total: number) =>
      automatedPassRate.measure(input({ facts: [report('1', 1, total)] }))
        .status;
    expect(statusOf(9)).toBe('insufficient');
    expect(statusOf(10)).toBe('ok');
  });
});
