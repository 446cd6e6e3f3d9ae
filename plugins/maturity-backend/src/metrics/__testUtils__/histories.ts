import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { deployments, duration, lapse, runs, sha, time } from './executions';
import {
  AS_OF,
  change,
  DAY,
  fact,
  HOUR,
  measure,
  MINUTE,
  workItem,
} from './facts';

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
    closedAt: fc.option(time, { nil: undefined }),
    mergeSha: sha,
    headSha: sha,
    approved: fc.constantFrom(true, false, undefined),
    workItems: fc.constantFrom(0, 1, undefined),
    gates: fc.constantFrom('passed', 'bypassed', undefined),
    generated: fc.boolean(),
  })
  .map(({ id, work, review, generated, ...fields }) => {
    const mergedAt = fields.mergedAt ?? fields.closedAt;
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
    form: fc.constantFrom(
      'requirement',
      'requirement',
      'action',
      'improvement',
      undefined,
    ),
    createdAt: fc.option(time, { nil: undefined }),
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
      'technical-debt',
      'drills',
      'capacity-headroom',
      'environment-provisioning',
      undefined,
    ),
    trunk: fc.constantFrom(true, true, true, false, undefined),
    part: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
    total: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    value: fc.option(
      fc.integer({ min: -5, max: 400 }).map(n => n / 4),
      {
        nil: undefined,
      },
    ),
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
    cause: fc.constantFrom('change', 'capacity', 'hardware', undefined),
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
    escalated: fc.constantFrom(true, false, undefined),
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
