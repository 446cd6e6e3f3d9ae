import type {
  MetricSample,
  SampledMetric,
} from '@devops-scorecards/plugin-maturity-node';
import { daysAgo, deployment, HOUR, input } from '../__testUtils__/facts';
import { deploymentFailureRate } from './release/deploymentFailureRate';
import { sampledMetric } from './sampledMetric';

const { definition } = deploymentFailureRate;
const [first, second, running] = [1, 2, 3].map(days => ({
  fact: deployment(`${days}`, { finishedAt: daysAgo(days) }),
  at: daysAgo(days),
}));

function measured(
  sample: MetricSample,
  fields: Partial<SampledMetric['definition']> = {},
) {
  return sampledMetric({
    definition: { ...definition, minimum: 1, ...fields },
    sample: () => sample,
  }).measure(input());
}

describe('sampledMetric', () => {
  it.each<[string, MetricSample, object, object]>([
    [
      'a share',
      {
        form: 'share',
        items: [
          { ...first, hit: true },
          { ...second, hit: false },
        ],
      },
      {},
      { value: 0.5, n: 2, numerator: 1, denominator: 2 },
    ],
    [
      'durations',
      {
        form: 'durations',
        items: [
          { ...first, value: HOUR },
          { ...second, value: 3 * HOUR },
        ],
      },
      { unit: 'duration', statistic: 'mean' },
      { value: 2 * HOUR, n: 2, distribution: { max: 3 * HOUR } },
    ],
    [
      'a count',
      { form: 'count', items: [first, second] },
      { unit: 'count' },
      { value: 2, n: 2 },
    ],
    [
      'a rate',
      { form: 'rate', items: [first, second] },
      { unit: 'per-day' },
      { value: 2 / 90, numerator: 2, denominator: 90 },
    ],
    [
      'a rate by days of its own',
      { form: 'rate', items: [first, second], days: 4 },
      { unit: 'per-day' },
      { value: 0.5, numerator: 2, denominator: 4 },
    ],
  ])('measures %s', (_, sample, fields, expected) => {
    expect(
      measured({ ...sample, open: [running], unknown: 3 }, fields),
    ).toMatchObject({ status: 'ok', open: 1, unknown: 3, ...expected });
  });

  it('says nothing of what the sample does not say', () => {
    const measurement = measured({ form: 'count', items: [] });
    expect(measurement.open).toBe(0);
    expect(measurement).not.toHaveProperty('unknown');
  });

  it('keeps the definition and how far it looks back', () => {
    const sample = () => ({ form: 'count' as const, items: [] });
    expect(
      sampledMetric({ definition, lookBackDays: 7, sample }),
    ).toMatchObject({ definition, lookBackDays: 7 });
    expect(sampledMetric({ definition, sample })).not.toHaveProperty(
      'lookBackDays',
    );
  });
});
