import type {
  DeploymentFields,
  Fact,
} from '@devops-scorecards/plugin-maturity-common';
import {
  change,
  daysAgo,
  deployment,
  HOUR,
  measure,
  MINUTE,
  run,
  times,
  workItem,
} from './facts';

/** Facts from which each metric of delivery has a sample of a given size. */
export const samples: Record<string, (n: number) => Fact[]> = {
  'deployment-frequency': deployments,
  'deployment-days': deployments,
  'releasable-weeks': n =>
    times(n, i => deployment(`d${i}`, { finishedAt: daysAgo(1 + 7 * i) })),
  'releasable-twice-weeks': n =>
    times(n, i =>
      deployment(`a${i}`, { finishedAt: daysAgo(1 + 7 * i) }),
    ).concat(
      times(n, i =>
        deployment(`b${i}`, { finishedAt: daysAgo(1 + 7 * i) + HOUR }),
      ),
    ),
  'automated-release-rate': deployments,
  'unattended-release-rate': deployments,
  'deployment-failure-rate': deployments,
  'change-failure-rate': deployments,
  'rollback-success-rate': n => deployments(n, { purpose: 'rollback' }),
  'rollback-time': n => deployments(n, { purpose: 'rollback' }),
  'same-artifact-rate': deployments,
  'progressive-rollout-rate': deployments,
  'unplanned-deployment-rate': deployments,
  'change-lead-time': shipments,
  'commit-to-releasable': shipments,
  'requirement-lead-time': n =>
    times(n, i =>
      workItem(`w${i}`, {
        acceptedAt: daysAgo(i + 5),
        releasedAt: daysAgo(i + 1),
      }),
    ),
  'pipeline-runs': builds,
  'builds-per-day': builds,
  'build-success-rate': builds,
  'build-duration': builds,
  'build-queue-time': builds,
  'build-feedback-time': builds,
  'red-build-fix-time': n =>
    times(n, i =>
      run(`red-${i}`, { finishedAt: daysAgo(i + 2), outcome: 'failure' }),
    ).concat(
      times(n, i => run(`green-${i}`, { finishedAt: daysAgo(i + 2) + HOUR })),
    ),
  'integrations-per-day': changes,
  'integrations-per-developer': changes,
  'commits-per-day': changes,
  'build-on-commit-rate': changes,
  'unit-test-coverage': n => readings('unit-coverage', n),
  'new-code-coverage': n => readings('new-code-coverage', n),
  'api-automation-coverage': n => readings('api-coverage', n),
  'automated-pass-rate': n => readings('automated-tests', n),
};

function deployments(n: number, fields: DeploymentFields = {}): Fact[] {
  return times(n, i =>
    deployment(`d${i}`, {
      startedAt: daysAgo(i + 1) - 5 * MINUTE,
      finishedAt: daysAgo(i + 1),
      ...fields,
    }),
  );
}

function builds(n: number): Fact[] {
  return times(n, i =>
    run(`r${i}`, {
      commit: `c${i}`,
      commitAt: daysAgo(i + 1) - HOUR,
      queuedAt: daysAgo(i + 1) - 20 * MINUTE,
      startedAt: daysAgo(i + 1) - 10 * MINUTE,
      finishedAt: daysAgo(i + 1),
    }),
  );
}

function changes(n: number): Fact[] {
  return times(n, i =>
    change(`c${i}`, { mergedAt: daysAgo(i + 1), commits: 1, author: 'a' }),
  );
}

function shipments(n: number): Fact[] {
  return [
    ...times(n, i =>
      change(`c${i}`, {
        firstCommitAt: daysAgo(i + 2),
        mergedAt: daysAgo(i + 1) - HOUR,
      }),
    ),
    ...times(n, i =>
      deployment(`d${i}`, { commit: `sha-c${i}`, finishedAt: daysAgo(i + 1) }),
    ),
  ];
}

function readings(name: string, n: number): Fact[] {
  return [measure('m', { name, part: n, total: n, measuredAt: daysAgo(1) })];
}
