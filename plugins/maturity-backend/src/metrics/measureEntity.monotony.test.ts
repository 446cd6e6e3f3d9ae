import type {
  Fact,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import {
  AS_OF,
  connection,
  daysAgo,
  deployment,
  HOUR,
  input,
  run,
  TIME_ZONE,
} from './__testUtils__/facts';
import { histories } from './__testUtils__/histories';
import { measureAll } from './__testUtils__/measureAll';
import { builtInMetrics } from './builtInMetrics';
import { measureEntity } from './measureEntity';

describe('a better item never makes a metric worse', () => {
  const window: TimeWindow = input().window;

  /** Facts that, added to any history, are as good as it gets. */
  const better: Record<string, Fact[]> = {
    'deployment-frequency': [deployment('+', { finishedAt: AS_OF - 1 })],
    'automated-release-rate': [deployment('+', { finishedAt: AS_OF - 1 })],
    'deployment-failure-rate': [deployment('+', { finishedAt: AS_OF - 1 })],
    'build-success-rate': [run('+', { finishedAt: AS_OF - 1 })],
    'build-feedback-time': [
      run('+', {
        commit: '+',
        commitAt: AS_OF - 1,
        finishedAt: AS_OF - 1,
      }),
    ],
    'red-build-fix-time': [
      run('+1', {
        pipeline: '+',
        startedAt: AS_OF - 3,
        finishedAt: AS_OF - 1,
        outcome: 'failure',
      }),
      run('+2', {
        pipeline: '+',
        startedAt: AS_OF - 2,
        finishedAt: AS_OF - 1,
      }),
    ],
  };

  it.each(
    builtInMetrics.map(metric => [metric.definition.id, metric] as const),
  )('%s', (id, metric) => {
    fc.assert(
      fc.property(histories, facts => {
        const before = measureAll(facts, { window, metrics: [metric] })[id];
        const after = measureAll([...facts, ...better[id]], {
          window,
          metrics: [metric],
        })[id];
        expect(after.n).toBe(before.n + 1);
        const sign = metric.definition.direction === 'higher' ? 1 : -1;
        expect(sign * after.value!).toBeGreaterThanOrEqual(
          before.value === undefined ? -Infinity : sign * before.value,
        );
      }),
    );
  });

  it('nor does learning that a deployment was automated', () => {
    fc.assert(
      fc.property(histories, facts => {
        const learnt = facts.map(fact =>
          fact.kind === 'deployment' && fact.fields.execution === undefined
            ? {
                ...fact,
                fields: { ...fact.fields, execution: 'pipeline' as const },
              }
            : fact,
        );
        const id = 'automated-release-rate';
        expect(measureAll(learnt)[id].value ?? 0).toBeGreaterThanOrEqual(
          measureAll(facts)[id].value ?? 0,
        );
        expect(measureAll(learnt)[id].unknown).toBe(0);
      }),
    );
  });

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

describe('time', () => {
  it('changes nothing between two midnights but what is open', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 0, max: 10 * HOUR }),
        (facts, later) => {
          // 13:30 and at most 23:30 of the same day; nothing happens in between.
          const known = facts.filter(fact =>
            Object.values(fact.fields).every(
              value => typeof value !== 'number' || value < AS_OF,
            ),
          );
          const at = (asOf: number) =>
            Object.values(
              measureEntity({
                ...input({ facts: known, asOf, evidenceLimit: 0 }),
                window: { from: input().window.from, to: asOf },
                timeZone: TIME_ZONE,
                metrics: builtInMetrics,
              }),
            ).map(({ asOf: _, window: __, ...rest }) => rest);
          expect(at(AS_OF + later)).toEqual(at(AS_OF));
        },
      ),
    );
  });
});
