import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { AS_OF, DAY, deployment, HOUR, run } from './facts';

const outcome = fc.constantFrom(
  'success',
  'success',
  'success',
  'failure',
  'failure',
  'cancelled',
  'skipped',
  undefined,
);

/** From before any look-back until after as-of; coarse, so that times coincide. */
const time = fc
  .integer({ min: -200 * 24, max: 24 })
  .map(hours => AS_OF + hours * HOUR);

const duration = fc.integer({ min: 0, max: 72 }).map(hours => hours * HOUR);

const runs = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    attempt: fc.integer({ min: 1, max: 3 }),
    begun: time,
    queue: fc.option(duration, { nil: undefined }),
    duration: fc.option(duration, { nil: undefined }),
    age: fc.option(duration, { nil: undefined }),
    outcome,
    pipeline: fc.constantFrom('build', 'nightly', undefined),
    commit: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    trunk: fc.constantFrom(true, true, true, false, undefined),
    generated: fc.boolean(),
  })
  .map(given =>
    run(
      `${given.id}#${given.attempt}`,
      {
        attempt: given.attempt,
        pipeline: given.pipeline,
        trunk: given.trunk,
        outcome: given.duration === undefined ? undefined : given.outcome,
        commit: given.commit === undefined ? undefined : `c${given.commit}`,
        commitAt: given.age === undefined ? undefined : given.begun - given.age,
        queuedAt:
          given.queue === undefined ? undefined : given.begun - given.queue,
        startedAt: given.begun,
        finishedAt:
          given.duration === undefined
            ? undefined
            : given.begun + given.duration,
      },
      { generated: given.generated },
    ),
  );

const deployments = fc
  .record({
    id: fc.integer({ min: 0, max: 60 }),
    begun: time,
    duration: fc.option(duration, { nil: undefined }),
    outcome,
    tier: fc.constantFrom('production', 'production', 'staging', undefined),
    execution: fc.constantFrom('pipeline', 'manual', undefined),
    purpose: fc.constantFrom('planned', 'hotfix', 'rollback', undefined),
    service: fc.constantFrom('a', 'b', undefined),
    environment: fc.constantFrom('prod-1', 'prod-2', undefined),
    generated: fc.boolean(),
  })
  .map(({ id, begun, duration: length, outcome: end, generated, ...fields }) =>
    deployment(
      `${id}`,
      {
        ...(fields as Fact<'deployment'>['fields']),
        outcome: length === undefined ? undefined : end,
        startedAt: begun,
        finishedAt: length === undefined ? undefined : begun + length,
      },
      { generated },
    ),
  );

/** Facts of one entity as a store hands them over: each source and key once. */
export const histories: fc.Arbitrary<Fact[]> = fc
  .array(fc.oneof(runs as fc.Arbitrary<Fact>, deployments), { maxLength: 80 })
  .map(facts => [
    ...new Map(facts.map(fact => [`${fact.kind} ${fact.key}`, fact])).values(),
  ]);

/** Windows of whole hours within the last 100 days, up to as-of or earlier. */
export const windows = fc
  .tuple(
    fc.integer({ min: 1, max: 100 * 24 }),
    fc.integer({ min: 1, max: 100 * 24 }),
  )
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({
    from: AS_OF - Math.max(a, b) * HOUR,
    to: AS_OF - (Math.min(a, b) - 1) * HOUR,
  }));

/** The days a metric can see before a window, and as much again. */
export const BEYOND_REACH = 181 * DAY;
