import type {
  DeploymentFields,
  Fact,
  Measurement,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import fc from 'fast-check';
import {
  AS_OF,
  change,
  connection,
  daysAgo,
  deployment,
  HOUR,
  input,
  measure,
  run,
  workItem,
} from './__testUtils__/facts';
import { histories } from './__testUtils__/histories';
import { measureAll } from './__testUtils__/measureAll';
import { builtInMetrics } from './builtInMetrics';

describe('a better item never makes a metric worse', () => {
  const window: TimeWindow = input().window;

  const LAST = AS_OF - 1;
  const good = deployment('+', {
    artifact: '+',
    startedAt: LAST,
    finishedAt: LAST,
    startedBy: 'machine',
    strategy: 'canary',
    pipeline: '+',
    provenance: 'verified',
    changeWindow: 'inside',
  });
  const staged = deployment('+s', {
    tier: 'staging',
    artifact: '+',
    finishedAt: LAST,
  });
  const rollback = deployment('+', {
    purpose: 'rollback',
    startedAt: LAST,
    finishedAt: LAST,
  });
  const build = run('+', {
    commit: 'sha-+',
    commitAt: LAST,
    queuedAt: LAST,
    startedAt: LAST,
    finishedAt: LAST,
  });
  const merged = change('+', {
    mergedAt: LAST,
    firstCommitAt: LAST,
    commits: 1,
    approved: true,
    workItems: 1,
    gates: 'passed',
  });
  const shipped = [
    merged,
    deployment('+', { ...good.fields, commit: 'sha-+' }),
  ];

  /** Facts that, added to any history, are as good as it gets. */
  const better: Record<string, Fact[]> = {
    'deployment-frequency': [good],
    'automated-release-rate': [good],
    'unattended-release-rate': [good],
    'deployment-failure-rate': [good],
    'change-failure-rate': [good],
    'progressive-rollout-rate': [good],
    'unplanned-deployment-rate': [good],
    'same-artifact-rate': [staged, good],
    'rollback-success-rate': [rollback],
    'rollback-time': [rollback],
    'artifact-provenance-rate': [good],
    'out-of-window-deployment-rate': [good],
    'rollout-failure-rate': [good],
    'incident-linked-failure-rate': [good],
    'deployment-rework-rate': [good],
    'build-success-rate': [build],
    'first-attempt-success-rate': [build],
    'review-rate': [merged],
    'work-item-link-rate': [merged],
    'gate-enforcement-rate': [merged],
    'branch-lifetime': [merged],
    'improvement-closure-rate': [
      workItem('+', {
        form: 'improvement',
        createdAt: LAST - 40 * 24 * HOUR,
        doneAt: LAST - 40 * 24 * HOUR,
      }),
    ],
    'environment-provision-time': [
      measure('+', {
        name: 'environment-provisioning',
        value: 0,
        measuredAt: LAST,
      }),
    ],
    'build-feedback-time': [build],
    'build-duration': [build],
    'build-queue-time': [build],
    'pipeline-runs': [build],
    'builds-per-day': [build],
    'build-on-commit-rate': [merged, build],
    'integrations-per-day': [merged],
    'integrations-per-developer': [merged],
    'commits-per-day': [merged],
    'automated-pass-rate': [
      measure('+', {
        name: 'automated-tests',
        part: 1,
        total: 1,
        measuredAt: LAST,
      }),
    ],
    'requirement-lead-time': [
      workItem('+', { acceptedAt: LAST, releasedAt: LAST }),
    ],
    'red-build-fix-time': [
      run('+1', {
        pipeline: '+',
        startedAt: AS_OF - 3,
        finishedAt: LAST,
        outcome: 'failure',
      }),
      run('+2', {
        pipeline: '+',
        startedAt: AS_OF - 2,
        finishedAt: LAST,
      }),
    ],
  };

  it.each(
    builtInMetrics
      .filter(({ definition }) => better[definition.id])
      .map(metric => [metric.definition.id, metric] as const),
  )('%s', (id, metric) => {
    const options = { window, metrics: [metric], subject: { teamSize: 5 } };
    fc.assert(
      fc.property(histories, facts => {
        const before = measureAll(facts, options)[id];
        const after = measureAll([...facts, ...better[id]], options)[id];
        expect(after.n).toBe(before.n + 1);
        expect(compare(metric, after, before)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['deployment-days', [good]],
    ['releasable-weeks', [good]],
    ['releasable-twice-weeks', [good, deployment('+2', { finishedAt: LAST })]],
    ['unit-test-coverage', [reading('unit-coverage')]],
    ['new-code-coverage', [reading('new-code-coverage')]],
    ['api-automation-coverage', [reading('api-coverage')]],
    ['version-control-in-use', [merged]],
    ['continuous-integration-in-use', [build]],
    ['drills-held', [reading('drills')]],
  ])('%s, whose sample may stay as it is', (id, facts) => {
    const metric = builtInMetrics.find(m => m.definition.id === id)!;
    const options = { window, metrics: [metric] };
    fc.assert(
      fc.property(histories, history => {
        const before = measureAll(history, options)[id];
        const after = measureAll([...history, ...facts], options)[id];
        expect(compare(metric, after, before)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each(['change-lead-time', 'commit-to-releasable'])(
    '%s, where nothing else waits to be deployed',
    id => {
      const metric = builtInMetrics.find(m => m.definition.id === id)!;
      const options = { window, metrics: [metric] };
      fc.assert(
        fc.property(histories, history => {
          const known = measureAll(history, { ...options, evidenceLimit: 999 });
          const waiting = new Set(
            known[id].evidence
              .filter(({ role }) => role === 'open')
              .map(({ key }) => key),
          );
          const facts = history.filter(
            ({ kind, key }) => kind !== 'change' || !waiting.has(key),
          );
          const before = measureAll(facts, options)[id];
          fc.pre(before.open === 0);
          const after = measureAll([...facts, ...shipped], options)[id];
          expect(after.n).toBe(before.n + 1);
          expect(compare(metric, after, before)).toBeGreaterThanOrEqual(0);
        }),
      );
    },
  );

  function reading(name: string): Fact {
    return measure('+', { name, part: 1, total: 1, measuredAt: LAST });
  }

  /** At least 0 where the first is no worse. */
  function compare(metric: Metric, a: Measurement, b: Measurement): number {
    const sign = metric.definition.direction === 'higher' ? 1 : -1;
    return b.value === undefined ? 0 : sign * (a.value! - b.value);
  }

  it.each<[string, DeploymentFields]>([
    ['artifact-provenance-rate', { provenance: 'verified' }],
    ['out-of-window-deployment-rate', { changeWindow: 'inside' }],
    ['deployment-rework-rate', { purpose: 'planned' }],
    ['automated-release-rate', { execution: 'pipeline' }],
    ['progressive-rollout-rate', { strategy: 'canary' }],
    ['unplanned-deployment-rate', { purpose: 'planned' }],
    [
      'unattended-release-rate',
      { execution: 'pipeline', startedBy: 'machine' },
    ],
  ])('nor does learning the best for the %s', (id, best) => {
    const metric = builtInMetrics.find(m => m.definition.id === id)!;
    fc.assert(
      fc.property(histories, facts => {
        const learnt = facts.map(fact =>
          fact.kind === 'deployment'
            ? { ...fact, fields: { ...best, ...said(fact.fields) } }
            : fact,
        );
        const before = measureAll(facts, { metrics: [metric] })[id];
        const after = measureAll(learnt, { metrics: [metric] })[id];
        expect(after.unknown).toBe(0);
        expect(after.n).toBe(before.n);
        expect(compare(metric, after, before)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  function said(fields: DeploymentFields): DeploymentFields {
    return Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    );
  }

  it('nor does an older event, by which the source turns out to be older', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 1, max: 85 }),
        fc.integer({ min: 1, max: 85 }),
        (facts, a, b) => {
          const since = daysAgo(Math.min(a, b));
          const known = facts.filter(
            fact =>
              fact.kind === 'deployment' &&
              (fact.fields.finishedAt ?? since) >= since,
          );
          const rate = (list: Fact[], from: number) =>
            measureAll(list, {
              connections: { deployment: connection({ since: from }) },
            })['deployment-frequency'].value ?? 0;
          const old = daysAgo(Math.max(a, b));
          expect(
            rate([...known, deployment('+', { finishedAt: old })], old),
          ).toBeGreaterThan(rate(known, since));
        },
      ),
    );
  });
});
