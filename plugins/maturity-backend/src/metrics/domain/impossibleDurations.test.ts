import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import {
  change,
  daysAgo,
  deployment,
  fact,
  HOUR,
  input,
  measure,
  run,
  workItem,
} from '../__testUtils__/facts';
import { builtInMetrics } from '../builtInMetrics';

const end = daysAgo(5);
const later = end + HOUR;

/**
 * For each metric of durations, facts whose clocks disagree: what ends a
 * duration lies before what begins it.
 */
const IMPOSSIBLE: Record<string, Fact[]> = {
  'build-duration': [run('1', { startedAt: later, finishedAt: end })],
  'build-queue-time': [run('1', { queuedAt: later, startedAt: end })],
  'build-feedback-time': [
    run('1', { commit: 'c', commitAt: later, finishedAt: end }),
  ],
  'branch-lifetime': [change('1', { firstCommitAt: later, mergedAt: end })],
  'change-lead-time': [
    change('1', { firstCommitAt: later, mergedAt: end - HOUR }),
    deployment('1', { commit: 'sha-1', finishedAt: end }),
  ],
  'commit-to-releasable': [
    change('1', { firstCommitAt: later, mergedAt: end - HOUR }),
    deployment('1', { commit: 'sha-1', finishedAt: end, tier: 'staging' }),
  ],
  'requirement-lead-time': [
    workItem('1', { acceptedAt: later, releasedAt: end }),
  ],
  'rollback-time': [
    deployment('1', { purpose: 'rollback', startedAt: later, finishedAt: end }),
  ],
  'failed-deployment-recovery-time': [
    deployment('1', { finishedAt: later }),
    fact('incident', '1', {
      deployment: '1',
      startedAt: end - HOUR,
      restoredAt: end,
    }),
  ],
  'time-to-detect': [
    fact('incident', '1', { startedAt: later, detectedAt: end }),
  ],
  'time-to-acknowledge': [
    fact('incident', '1', {
      startedAt: end,
      detectedAt: later,
      acknowledgedAt: end,
    }),
  ],
  'time-to-restore': [
    fact('incident', '1', { startedAt: later, restoredAt: end }),
  ],
  'environment-provision-time': [
    measure('1', {
      name: 'environment-provisioning',
      value: -HOUR,
      measuredAt: end,
    }),
  ],
  'data-freshness': [
    measure('1', { name: 'data-age', value: -HOUR, measuredAt: end }),
  ],
};

/** A red streak is cut from results in their order and is never negative. */
const NEVER = ['red-build-fix-time'];

const durations = builtInMetrics.filter(
  ({ definition: { id, unit } }) => unit === 'duration' && !NEVER.includes(id),
);

it.each(durations.map(metric => [metric.definition.id, metric] as const))(
  '%s makes no duration of clocks that disagree, and counts it as unknown',
  (id, metric) => {
    const measurement = metric.measure(input({ facts: IMPOSSIBLE[id] }));
    expect(measurement).toMatchObject({ n: 0, unknown: 1 });
    expect(measurement).not.toHaveProperty('value');
    expect(measurement).not.toHaveProperty('distribution');
  },
);
