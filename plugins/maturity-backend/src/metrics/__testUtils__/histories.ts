import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import {
  AS_OF,
  change,
  DAY,
  deployment,
  fact,
  HOUR,
  measure,
  MINUTE,
  run,
  workItem,
} from './facts';

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

const sha = fc.option(
  fc.integer({ min: 0, max: 20 }).map(number => `c${number}`),
  { nil: undefined },
);

const lapse = fc.option(duration, { nil: undefined });

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
    commit: sha,
    artifact: fc.constantFrom('image-1', 'image-2', undefined),
    pipeline: fc.constantFrom('release', 'other', undefined),
    strategy: fc.constantFrom('all-at-once', 'canary', undefined),
    startedBy: fc.constantFrom('person', 'machine', undefined),
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

const changes = fc
  .record({
    id: fc.integer({ min: 0, max: 60 }),
    form: fc.constantFrom('request', 'push', undefined),
    trunk: fc.constantFrom(true, true, true, false, undefined),
    bot: fc.constantFrom(true, false, undefined),
    author: fc.constantFrom('a', 'b', 'c', 'd', 'e', undefined),
    commits: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    mergedAt: fc.option(time, { nil: undefined }),
    work: lapse,
    review: lapse,
    mergeSha: sha,
    headSha: sha,
    generated: fc.boolean(),
  })
  .map(({ id, work, review, generated, ...fields }) => {
    const { mergedAt } = fields;
    const before = (length?: number) =>
      mergedAt === undefined || length === undefined
        ? undefined
        : mergedAt - length + HOUR;
    return change(
      `${id}`,
      {
        ...(fields as Fact<'change'>['fields']),
        createdAt: before(review),
        firstCommitAt: before(work),
      },
      { generated },
    );
  });

const workItems = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    form: fc.constantFrom('requirement', 'requirement', 'action', undefined),
    acceptedAt: fc.option(time, { nil: undefined }),
    dueAt: fc.option(time, { nil: undefined }),
    doneAt: fc.option(time, { nil: undefined }),
    releasedAt: fc.option(time, { nil: undefined }),
    dropped: fc.constantFrom(true, undefined, undefined),
    generated: fc.boolean(),
  })
  .map(({ id, generated, ...fields }) =>
    workItem(`${id}`, fields as Fact<'work-item'>['fields'], { generated }),
  );

const measures = fc
  .record({
    id: fc.integer({ min: 0, max: 60 }),
    name: fc.constantFrom(
      'unit-coverage',
      'new-code-coverage',
      'api-coverage',
      'automated-tests',
      undefined,
    ),
    trunk: fc.constantFrom(true, true, true, false, undefined),
    part: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
    total: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    measuredAt: fc.option(time, { nil: undefined }),
    generated: fc.boolean(),
  })
  .map(({ id, generated, ...fields }) =>
    measure(`${id}`, fields, { generated }),
  );

const incidents = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    begun: time,
    started: fc.boolean(),
    detection: fc.option(duration, { nil: undefined }),
    acknowledgement: lapse,
    restoration: lapse,
    review: lapse,
    detectedBy: fc.constantFrom('monitoring', 'inspection', 'user', undefined),
    severity: fc.constantFrom('critical', 'major', 'minor', undefined),
    impact: fc.constantFrom('outage', 'degraded', 'none', undefined),
    cause: fc.constantFrom('change', 'hardware', undefined),
    deployment: fc.option(fc.integer({ min: 0, max: 60 }).map(String), {
      nil: undefined,
    }),
    artifact: fc.constantFrom('image-1', undefined),
    repeatOf: fc.constantFrom('1', undefined, undefined),
    scheduled: fc.constantFrom(true, undefined, undefined, undefined),
    generated: fc.boolean(),
  })
  .map(given => {
    const { id, begun, started, detection, acknowledgement } = given;
    const { restoration, review, generated, ...fields } = given;
    const after = (length?: number) =>
      length === undefined ? undefined : begun + length - HOUR;
    return fact(
      'incident',
      `${id}`,
      {
        ...(fields as Fact<'incident'>['fields']),
        startedAt: started ? begun : undefined,
        detectedAt: after(detection),
        acknowledgedAt: after(acknowledgement),
        restoredAt: after(restoration),
        reviewedAt: after(review),
      },
      { generated },
    );
  });

const alerts = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    startedAt: time,
    severity: fc.constantFrom('critical', 'warning', 'info', undefined),
    reaction: lapse,
    length: lapse,
    actionable: fc.constantFrom(true, false, undefined),
    generated: fc.boolean(),
  })
  .map(({ id, reaction, length, generated, ...fields }) =>
    fact(
      'alert',
      `${id}`,
      {
        ...(fields as Fact<'alert'>['fields']),
        alertKey: `${id}`,
        acknowledgedAt:
          reaction === undefined
            ? undefined
            : fields.startedAt + reaction / 60 - MINUTE,
        resolvedAt:
          length === undefined ? undefined : fields.startedAt + length,
      },
      { generated },
    ),
  );

/** Facts of one entity as a store hands them over: each source and key once. */
export const histories: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.oneof(
      runs as fc.Arbitrary<Fact>,
      deployments,
      changes,
      workItems,
      measures,
      incidents,
      alerts,
    ),
    { maxLength: 120 },
  )
  .map(facts => [
    ...new Map(facts.map(each => [`${each.kind} ${each.key}`, each])).values(),
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
export const BEYOND_REACH = 182 * DAY;
