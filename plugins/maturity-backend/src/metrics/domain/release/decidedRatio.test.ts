import type {
  DeploymentFields,
  Fact,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import {
  daysAgo,
  deployment,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { progressiveRolloutRate } from './progressiveRolloutRate';
import { sameArtifactRate } from './sameArtifactRate';
import { unattendedReleaseRate } from './unattendedReleaseRate';
import { unplannedDeploymentRate } from './unplannedDeploymentRate';

function measured(metric: Metric, facts: Fact[]) {
  const { numerator, unknown, n } = metric.measure(input({ facts }));
  return { n, numerator, unknown };
}

const finishedAt = daysAgo(2);

function only(fields: DeploymentFields) {
  return [deployment('1', { finishedAt, ...fields })];
}

describe.each([
  [
    progressiveRolloutRate,
    { strategy: 'canary' as const },
    { strategy: 'all-at-once' as const },
    8,
  ],
  [
    unattendedReleaseRate,
    { startedBy: 'machine' as const },
    { startedBy: 'person' as const },
    8,
  ],
  [
    unplannedDeploymentRate,
    { purpose: 'hotfix' as const },
    { purpose: 'planned' as const },
    8,
  ],
])('$definition.id', (metric, yes, no, hits) => {
  it('is the worked example of its page', () => {
    const facts = times(10, i =>
      deployment(`${i}`, {
        finishedAt: daysAgo(i + 1),
        outcome: i === 0 ? 'failure' : 'success',
        ...(i < hits ? yes : no),
      }),
    );
    expect(metric.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: hits / 10,
      n: 10,
      numerator: hits,
      unknown: 0,
      open: 0,
    });
  });

  it('leaves out what is no production deployment', () => {
    const facts = [
      deployment('staging', { finishedAt, tier: 'staging', ...yes }),
      deployment('nowhere', { finishedAt, tier: undefined, ...yes }),
      deployment('cancelled', { finishedAt, outcome: 'cancelled', ...yes }),
      deployment('before', { finishedAt: input().window.from - 1, ...yes }),
      deployment('to come', { finishedAt: input().window.to, ...yes }),
      deployment('rollback', { ...yes, finishedAt, purpose: 'rollback' }),
    ];
    expect(measured(metric, facts)).toEqual({ n: 0, numerator: 0, unknown: 0 });
    expect(
      metric.measure(
        input({
          facts: [
            deployment('running', {
              startedAt: finishedAt,
              outcome: undefined,
              ...yes,
            }),
          ],
        }),
      ),
    ).toMatchObject({ status: 'insufficient', n: 0, open: 1 });
  });
});

describe('what is unknown', () => {
  it.each<[string, Metric, DeploymentFields, number, number]>([
    ['a strategy', progressiveRolloutRate, {}, 0, 1],
    ['rolling', progressiveRolloutRate, { strategy: 'rolling' }, 1, 0],
    ['blue-green', progressiveRolloutRate, { strategy: 'blue-green' }, 1, 0],
    ['a starter', unattendedReleaseRate, {}, 0, 1],
    [
      'an executor',
      unattendedReleaseRate,
      { execution: undefined, startedBy: 'machine' },
      0,
      1,
    ],
    [
      'an executor, but a person started it',
      unattendedReleaseRate,
      { execution: undefined, startedBy: 'person' },
      0,
      0,
    ],
    [
      'a starter, by hand',
      unattendedReleaseRate,
      { execution: 'manual' },
      0,
      0,
    ],
    [
      'nothing: a run shows the executor',
      unattendedReleaseRate,
      { execution: undefined, run: 'https://ci/1', startedBy: 'machine' },
      1,
      0,
    ],
    ['a purpose', unplannedDeploymentRate, { purpose: undefined }, 1, 1],
  ])('%s', (_, metric, fields, numerator, unknown) => {
    expect(measured(metric, only(fields))).toEqual({
      n: 1,
      numerator,
      unknown,
    });
  });
});

describe('sameArtifactRate', () => {
  const staged = (key: string, fields: DeploymentFields = {}) =>
    deployment(key, {
      tier: 'staging',
      artifact: 'image-1',
      finishedAt: finishedAt - 3 * HOUR,
      ...fields,
    });
  const produced = deployment('p', {
    artifact: 'image-1',
    startedAt: finishedAt - HOUR,
    finishedAt,
  });

  it('is the worked example of its page', () => {
    const facts = [
      ...times(10, i =>
        deployment(`p${i}`, {
          artifact: i === 9 ? undefined : `image-${i}`,
          finishedAt: daysAgo(i + 1),
        }),
      ),
      ...times(10, i =>
        staged(`s${i}`, {
          artifact: i === 8 ? 'another' : `image-${i}`,
          finishedAt: daysAgo(i + 1) - HOUR,
        }),
      ),
    ];
    expect(sameArtifactRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.8,
      n: 10,
      unknown: 1,
    });
  });

  it.each([
    ['finished when production began', { finishedAt: finishedAt - HOUR }, 1],
    ['finished later', { finishedAt: finishedAt - HOUR + 1 }, 0],
    ['failed', { outcome: 'failure' as const }, 0],
    ['was in testing', { tier: 'testing' as const }, 0],
    ['was long before the window', { finishedAt: daysAgo(170) }, 1],
    ['was longer ago than is looked at', { finishedAt: daysAgo(181) }, 0],
  ])('where staging %s', (_, fields, numerator) => {
    expect(measured(sameArtifactRate, [produced, staged('s', fields)])).toEqual(
      { n: 1, numerator, unknown: 0 },
    );
  });

  it('takes any success in staging before production', () => {
    const facts = [
      produced,
      staged('1'),
      staged('2', { finishedAt: finishedAt + HOUR }),
      staged('3', { finishedAt: finishedAt - 4 * HOUR, outcome: 'failure' }),
    ];
    for (const list of [facts, [...facts].reverse()]) {
      expect(measured(sameArtifactRate, list).numerator).toBe(1);
    }
  });
});
