import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { AS_OF, deployment, HOUR, run } from './facts';

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
export const time = fc
  .integer({ min: -200 * 24, max: 24 })
  .map(hours => AS_OF + hours * HOUR);

/** Up to three days. */
export const duration = fc
  .integer({ min: 0, max: 72 })
  .map(hours => hours * HOUR);

/** One of a few commits, or none known. */
export const sha = fc.option(
  fc.integer({ min: 0, max: 20 }).map(number => `c${number}`),
  { nil: undefined },
);

/** How long something took, where that is known. */
export const lapse = fc.option(duration, { nil: undefined });

/** Runs, most of the trunk. */
export const runs = fc
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

/** Deployments, most to production. */
export const deployments = fc
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
    commit: sha,
    artifact: fc.constantFrom('image-1', 'image-2', undefined),
    pipeline: fc.constantFrom('release', 'other', undefined),
    strategy: fc.constantFrom('all-at-once', 'canary', undefined),
    startedBy: fc.constantFrom('person', 'machine', undefined),
    provenance: fc.constantFrom('verified', 'unverified', undefined),
    changeWindow: fc.constantFrom('inside', 'outside', undefined),
    repairs: fc.constantFrom('1', undefined, undefined, undefined),
    run: fc.constantFrom('run-1', undefined),
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
