import type { DeploymentFields } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  daysAgo,
  deployment,
  HOUR,
  input,
  MINUTE,
  times,
} from '../../__testUtils__/facts';
import { deploymentFailureRate } from './deploymentFailureRate';

function rollback(key: string, fields: DeploymentFields) {
  return deployment(key, { purpose: 'rollback', ...fields });
}

function against(facts: Parameters<typeof input>[0]): string[] {
  return deploymentFailureRate
    .measure(input({ evidenceLimit: 100, ...facts }))
    .evidence.filter(({ role }) => role === 'against')
    .map(({ key }) => key)
    .sort();
}

describe('deploymentFailureRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(17, i => deployment(`d${i}`, { finishedAt: daysAgo(20 + i) })),
      deployment('failed', { finishedAt: daysAgo(12), outcome: 'failure' }),
      deployment('bad', { finishedAt: daysAgo(10) }),
      rollback('undo bad', { finishedAt: daysAgo(9) }),
      deployment('good', { finishedAt: daysAgo(8) }),
    ];
    expect(deploymentFailureRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.1,
      n: 20,
      numerator: 2,
      denominator: 20,
    });
    expect(against({ facts })).toEqual(['bad', 'failed']);
  });

  it('never exceeds 1, however often a deployment is rolled back', () => {
    const facts = [
      deployment('bad', { finishedAt: daysAgo(10), outcome: 'failure' }),
      rollback('r1', { finishedAt: daysAgo(9) }),
      rollback('r2', { finishedAt: daysAgo(8) }),
      rollback('r3', { finishedAt: daysAgo(7), outcome: 'failure' }),
    ];
    expect(deploymentFailureRate.measure(input({ facts }))).toMatchObject({
      value: 1,
      n: 1,
      numerator: 1,
    });
  });

  it('has no value without deployments, not 0', () => {
    const facts = [rollback('r', { finishedAt: daysAgo(9) })];
    const measurement = deploymentFailureRate.measure(input({ facts }));
    expect(measurement).toMatchObject({ status: 'none', n: 0, numerator: 0 });
    expect(measurement).not.toHaveProperty('value');
  });

  it.each([
    [
      'a failed deployment in between, not the good one before it',
      [
        deployment('good', { finishedAt: daysAgo(10) }),
        deployment('bad', { finishedAt: daysAgo(9), outcome: 'failure' }),
        rollback('r', { finishedAt: daysAgo(8) }),
      ],
      ['bad'],
    ],
    [
      'the one that was live when the rollback began',
      [
        deployment('bad', { finishedAt: daysAgo(10) }),
        deployment('meanwhile', { finishedAt: daysAgo(8) + MINUTE }),
        rollback('r', {
          startedAt: daysAgo(8),
          finishedAt: daysAgo(8) + HOUR,
        }),
      ],
      ['bad'],
    ],
    [
      'the one that finished in the same millisecond',
      [
        deployment('bad', { finishedAt: daysAgo(8) }),
        rollback('r', { finishedAt: daysAgo(8) }),
      ],
      ['bad'],
    ],
    [
      'one of the same service and environment',
      [
        deployment('bad', {
          finishedAt: daysAgo(10),
          service: 'a',
          environment: 'prod-1',
        }),
        deployment('other environment', {
          finishedAt: daysAgo(9),
          service: 'a',
          environment: 'prod-2',
        }),
        deployment('other service', {
          finishedAt: daysAgo(9),
          service: 'b',
          environment: 'prod-1',
        }),
        rollback('r', {
          finishedAt: daysAgo(8),
          service: 'a',
          environment: 'prod-1',
        }),
      ],
      ['bad'],
    ],
    [
      'any service where the rollback names none',
      [
        deployment('bad', { finishedAt: daysAgo(10), service: 'a' }),
        rollback('r', { finishedAt: daysAgo(8) }),
      ],
      ['bad'],
    ],
    [
      'nothing that was not in production',
      [
        deployment('staging', { finishedAt: daysAgo(9), tier: 'staging' }),
        deployment('cancelled', {
          finishedAt: daysAgo(9),
          outcome: 'cancelled',
        }),
        deployment('running', { startedAt: daysAgo(9), outcome: undefined }),
        rollback('r', { finishedAt: daysAgo(8) }),
      ],
      [],
    ],
    [
      'nothing when the rollback was elsewhere, cancelled, running or to come',
      [
        deployment('good', { finishedAt: daysAgo(10) }),
        rollback('staging', { finishedAt: daysAgo(9), tier: 'staging' }),
        rollback('cancelled', {
          finishedAt: daysAgo(9),
          outcome: 'cancelled',
        }),
        rollback('running', { startedAt: daysAgo(9), outcome: undefined }),
        rollback('to come', { finishedAt: AS_OF }),
      ],
      [],
    ],
  ])('rolls back %s', (_, facts, expected) => {
    expect(against({ facts })).toEqual(expected);
    expect(against({ facts: [...facts].reverse() })).toEqual(expected);
  });

  it('counts a rollback against the window of the deployment that it undoes', () => {
    const facts = [
      deployment('sunday', { finishedAt: daysAgo(20) }),
      rollback('monday', { finishedAt: daysAgo(19) }),
    ];
    const numerator = (from: number, to: number) =>
      deploymentFailureRate.measure(
        input({ facts, window: { from: daysAgo(from), to: daysAgo(to) } }),
      ).numerator;
    expect(numerator(21, 19.5)).toBe(1);
    expect(numerator(19.5, 18)).toBe(0);
  });

  it('does not foresee a rollback', () => {
    const facts = [
      deployment('sunday', { finishedAt: daysAgo(20) }),
      rollback('monday', { finishedAt: daysAgo(19) }),
    ];
    expect(
      deploymentFailureRate.measure(
        input({
          facts,
          asOf: daysAgo(19.5),
          window: { from: daysAgo(21), to: daysAgo(19.5) },
        }),
      ).numerator,
    ).toBe(0);
  });
});
