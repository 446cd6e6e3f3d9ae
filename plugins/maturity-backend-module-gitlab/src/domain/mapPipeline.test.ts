import {
  type RunFields,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { mapped, statements } from '../__testUtils__/delivery';
import { build, HOST, pipeline, project, SHA } from '../__testUtils__/payloads';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const KEY = `${HOST}/pipelines/31`;

function runs(...payload: Parameters<typeof pipeline>): Statement<'run'>[] {
  return statements('run', pipeline(...payload));
}

function run(...payload: Parameters<typeof pipeline>): Statement<'run'> {
  const found = runs(...payload);
  expect(found).toHaveLength(1);
  return found[0];
}

describe('a run', () => {
  it('has finished', () => {
    expect(run()).toEqual({
      kind: 'run',
      key: KEY,
      rank: StatementRank.Finished,
      occurredAt: at('07:05:01'),
      fields: {
        pipeline: 'Acme/shop',
        branch: 'main',
        trunk: true,
        commit: SHA,
        commitAt: at('06:59:00'),
        attempt: 1,
        trigger: 'push',
        url: `${project.web_url}/-/pipelines/31`,
        queuedAt: at('07:00:00'),
        startedAt: at('07:00:30'),
        finishedAt: at('07:05:01'),
        outcome: 'success',
      },
    });
  });

  it.each<[string, StatementRank, RunFields['outcome']]>([
    ['created', StatementRank.Queued, undefined],
    ['waiting_for_resource', StatementRank.Queued, undefined],
    ['preparing', StatementRank.Queued, undefined],
    ['pending', StatementRank.Queued, undefined],
    ['scheduled', StatementRank.Queued, undefined],
    ['a status to come', StatementRank.Queued, undefined],
    ['running', StatementRank.Started, undefined],
    ['canceling', StatementRank.Started, undefined],
    ['success', StatementRank.Finished, 'success'],
    ['failed', StatementRank.Finished, 'failure'],
    ['canceled', StatementRank.Finished, 'cancelled'],
    ['skipped', StatementRank.Finished, 'skipped'],
  ])('of status %s', (status, rank, outcome) => {
    const statement = run({ status });
    expect(statement.rank).toBe(rank);
    expect(statement.fields.outcome).toBe(outcome);
    expect('finishedAt' in statement.fields).toBe(outcome !== undefined);
  });

  it('has not finished again while it runs again, though finished_at is set', () => {
    const { fields, occurredAt } = run({ status: 'running' });
    expect(fields).not.toHaveProperty('finishedAt');
    expect(occurredAt).toBe(at('07:05:00'));
  });

  it('succeeds with failed jobs that may fail', () => {
    const builds = [
      build(),
      build({ id: 377, status: 'failed', allow_failure: true }),
    ];
    expect(run({}, { builds }).fields.outcome).toBe('success');
  });

  it('has a start without queued_duration, and where duration is null', () => {
    const started = { queued_duration: null, duration: null };
    expect(run(started).fields).toMatchObject({ startedAt: at('07:00:30') });
    expect(run(started, { builds: [] }).fields).not.toHaveProperty('startedAt');
  });

  it.each<[string, boolean | undefined, object, object]>([
    ['the default branch', true, {}, {}],
    ['another branch', false, { ref: 'refunds' }, {}],
    ['a tag of its name', false, { tag: true }, {}],
    [
      'a merge request from a fork',
      false,
      { source: 'merge_request_event' },
      {},
    ],
    ['an unknown trunk', undefined, {}, { default_branch: null }],
  ])('is for %s', (_, trunk, edits, changed) => {
    const { fields } = run({ ...edits }, { project: { ...changed } });
    expect(fields.trunk).toBe(trunk);
  });

  it.each([
    ['push', 'push', 'Acme/shop'],
    ['web', 'manual', 'Acme/shop'],
    ['chat', 'manual', 'Acme/shop'],
    ['schedule', 'schedule', 'Acme/shop / schedule'],
    ['external_pull_request_event', 'change', 'Acme/shop'],
    ['api', 'other', 'Acme/shop'],
    ['pipeline', 'other', 'Acme/shop'],
  ])('was triggered by %s', (source, trigger, name) => {
    expect(run({ source }).fields).toMatchObject({ trigger, pipeline: name });
  });

  it.each(['parent_pipeline', 'webide', 'security_orchestration_policy'])(
    'is none of %s',
    source => {
      expect(runs({ source })).toEqual([]);
    },
  );

  it('keeps its name whatever workflow:name makes of it', () => {
    expect(run({ name: `Pipeline for ${SHA}` }).fields.pipeline).toBe(
      'Acme/shop',
    );
  });
});

describe('the event', () => {
  it('is about the pipeline', () => {
    expect(mapped(pipeline())).toMatchObject({
      type: 'com.gitlab.pipeline.success',
      subject: 'Acme/shop/-/pipelines/31',
      occurredAt: at('07:05:01'),
    });
  });
});
