import {
  daysAgo,
  deployment,
  fact,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { changeFailureRate } from './changeFailureRate';
import { deploymentFailureRate } from './deploymentFailureRate';
import { incidentLinkedFailureRate } from './incidentLinkedFailureRate';
import { rolloutFailureRate } from './rolloutFailureRate';

/** The worked example that the pages of all four have in common. */
const facts = [
  ...times(16, i => deployment(`d${i}`, { finishedAt: daysAgo(20 + i) })),
  deployment('faulty', { finishedAt: daysAgo(12) }),
  fact('incident', '1', { startedAt: daysAgo(12) + HOUR }),
  fact('incident', '2', { startedAt: daysAgo(12) + 2 * HOUR }),
  deployment('bad', { finishedAt: daysAgo(10) }),
  deployment('undo', { finishedAt: daysAgo(9), purpose: 'rollback' }),
  deployment('broken 1', { finishedAt: daysAgo(8), outcome: 'failure' }),
  deployment('broken 2', { finishedAt: daysAgo(7), outcome: 'failure' }),
];

describe('the variants of the change failure rate', () => {
  it.each([
    ['faulty or rolled back', changeFailureRate, 2, 20],
    ['faulty', incidentLinkedFailureRate, 1, 18],
    ['failed as a rollout', rolloutFailureRate, 2, 20],
    ['failed as a rollout or rolled back', deploymentFailureRate, 3, 20],
  ])('%s', (_, metric, numerator, denominator) => {
    expect(metric.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: numerator / denominator,
      numerator,
      denominator,
    });
  });

  it('link no incident to a rollout that failed', () => {
    const failed = [
      deployment('d', { finishedAt: daysAgo(3), outcome: 'failure' }),
      fact('incident', '1', { startedAt: daysAgo(3) + 1 }),
    ];
    expect(
      incidentLinkedFailureRate.measure(input({ facts: failed })),
    ).toMatchObject({ n: 0 });
  });
});
