import type {
  ChangeFields,
  DeploymentFields,
  Fact,
} from '@devops-scorecards/plugin-maturity-common';
import type { ReadingMetric } from '@devops-scorecards/plugin-maturity-node';
import { builtInReadings } from '../domain/measures';
import {
  change,
  daysAgo,
  deployment,
  fact,
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
  'incident-linked-failure-rate': deployments,
  'rollout-failure-rate': deployments,
  'deployment-rework-rate': deployments,
  'artifact-provenance-rate': n => deployments(n, { provenance: 'verified' }),
  'out-of-window-deployment-rate': n =>
    deployments(n, { changeWindow: 'inside' }),
  'failed-deployment-recovery-time': failures,
  'change-lead-time': shipments,
  'commit-to-releasable': shipments,
  'requirement-lead-time': n =>
    times(n, i =>
      workItem(`w${i}`, {
        acceptedAt: daysAgo(i + 5),
        releasedAt: daysAgo(i + 1),
      }),
    ),
  'improvement-closure-rate': n =>
    times(n, i =>
      workItem(`w${i}`, {
        form: 'improvement',
        createdAt: daysAgo(i + 40),
        doneAt: daysAgo(i + 20),
      }),
    ),
  'continuous-integration-in-use': builds,
  'first-attempt-success-rate': builds,
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
  'version-control-in-use': changes,
  'branch-lifetime': shipments,
  'review-rate': n => changes(n, { approved: true }),
  'work-item-link-rate': n => changes(n, { workItems: 1 }),
  'gate-enforcement-rate': n => changes(n, { gates: 'passed' }),
  ...Object.fromEntries(
    builtInReadings.map(metric => [
      metric.id,
      (n: number) => readings(metric, n),
    ]),
  ),
};

/** Deployments that each caused an incident of ten minutes. */
function failures(n: number): Fact[] {
  return [
    ...deployments(n),
    ...times(n, i =>
      fact('incident', `i${i}`, {
        deployment: `d${i}`,
        startedAt: daysAgo(i + 1) + MINUTE,
        restoredAt: daysAgo(i + 1) + 11 * MINUTE,
      }),
    ),
  ];
}

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

function changes(n: number, fields: ChangeFields = {}): Fact[] {
  return times(n, i =>
    change(`c${i}`, {
      mergedAt: daysAgo(i + 1),
      commits: 1,
      author: 'a',
      ...fields,
    }),
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

function readings({ measure: name, kind }: ReadingMetric, n: number): Fact[] {
  switch (kind) {
    case 'latest-value':
    case 'distribution':
      return times(n, i =>
        measure(`m${i}`, { name, value: i, measuredAt: daysAgo(i + 1) }),
      );
    case 'share-change':
      return times(n, i =>
        measure(`m${i}`, {
          name,
          part: i,
          total: 10 + i,
          measuredAt: daysAgo(i + 1),
        }),
      );
    default:
      return [
        measure('m', { name, part: n, total: n, measuredAt: daysAgo(1) }),
      ];
  }
}
