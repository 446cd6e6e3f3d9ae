import {
  type DeploymentFields,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { mapped, RECEIVED_AT, statements } from '../__testUtils__/delivery';
import {
  build,
  deployment,
  HOST,
  job,
  pipeline,
  production,
  project,
  SHA,
} from '../__testUtils__/payloads';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const KEY = `${HOST}/jobs/796`;

const deployments = (payload: object) => statements('deployment', payload);

function deployed(payload: object) {
  const found = deployments(payload);
  expect(found).toHaveLength(1);
  return found[0];
}

describe('deployment events', () => {
  it('tell of a deployment by a job', () => {
    expect(deployed(deployment())).toEqual({
      kind: 'deployment',
      key: KEY,
      rank: StatementRank.Finished,
      occurredAt: at('07:12:01'),
      fields: {
        environment: 'production/eu',
        tier: 'production',
        service: 'Acme/shop',
        commit: SHA,
        execution: 'pipeline',
        pipeline: 'Acme/shop',
        finishedAt: at('07:12:01'),
        outcome: 'success',
        url: `${project.web_url}/-/jobs/796`,
      },
    });
  });

  it.each<[string, StatementRank, DeploymentFields]>([
    ['created', StatementRank.Queued, {}],
    ['blocked', StatementRank.Queued, { startedBy: 'person' }],
    ['approved', StatementRank.Queued, { startedBy: 'person' }],
    ['running', StatementRank.Started, { startedAt: at('07:12:01') }],
    [
      'failed',
      StatementRank.Finished,
      { outcome: 'failure', finishedAt: at('07:12:01') },
    ],
    [
      'canceled',
      StatementRank.Finished,
      { outcome: 'cancelled', finishedAt: at('07:12:01') },
    ],
    [
      'skipped',
      StatementRank.Finished,
      { outcome: 'skipped', finishedAt: at('07:12:01') },
    ],
  ])('of status %s', (status, rank, expected) => {
    const { fields, ...statement } = deployed(deployment({ status }));
    expect(statement.rank).toBe(rank);
    const { startedBy, startedAt, finishedAt, outcome } = fields;
    expect(
      JSON.parse(JSON.stringify({ startedBy, startedAt, finishedAt, outcome })),
    ).toEqual(expected);
  });

  it.each(['rejected', 'undeployed'])('say nothing of status %s', status => {
    expect(deployments(deployment({ status }))).toEqual([]);
  });

  it('do not take the executor of one over the API for known', () => {
    const { key, fields } = deployed(
      deployment({ deployable_id: null, deployable_url: null }),
    );
    expect(key).toBe(`${HOST}/deployments/15`);
    expect(fields).not.toHaveProperty('execution');
    expect(fields).not.toHaveProperty('pipeline');
  });

  it('of older versions lack tier, id and time', () => {
    const {
      environment_tier: _tier,
      deployment_id: _id,
      status_changed_at: _time,
      ...older
    } = deployment();
    const { key, fields } = deployed(older);
    expect(key).toBe(KEY);
    expect(fields).not.toHaveProperty('tier');
    expect(fields.finishedAt).toBe(RECEIVED_AT);
    expect(deployments({ ...older, deployable_id: null })).toEqual([]);
  });

  it.each([
    ['live', 'testing', 'production'],
    ['production/eu', 'production', 'production'],
    ['uat', 'staging', 'staging'],
    ['review/refunds', 'development', 'development'],
    ['canary', 'other', undefined],
    ['canary', null, undefined],
  ])('are to %s, which GitLab calls %s', (environment, tier, expected) => {
    expect(
      deployed(deployment({ environment, environment_tier: tier })).fields.tier,
    ).toBe(expected);
  });

  it.each([
    ['the whole hash', {}, SHA],
    [
      'no whole hash in the address',
      { commit_url: `https://${HOST}/Acme/shop/-/commit/${SHA.slice(0, 8)}` },
      undefined,
    ],
    ['the address of another commit', { short_sha: 'ffffffff' }, undefined],
    ['no address', { commit_url: null }, undefined],
    ['no short hash', { short_sha: null }, SHA],
  ])('have %s', (_, edits, commit) => {
    expect(deployed(deployment(edits)).fields.commit).toBe(commit);
  });
});

describe('job events', () => {
  it('tell of the deployment that the job makes', () => {
    expect(deployed(job())).toEqual({
      kind: 'deployment',
      key: KEY,
      rank: StatementRank.Finished,
      occurredAt: at('07:12:00'),
      fields: {
        environment: 'production/eu',
        tier: 'production',
        service: 'Acme/shop',
        commit: SHA,
        execution: 'pipeline',
        pipeline: 'Acme/shop',
        run: `${HOST}/pipelines/31`,
        startedAt: at('07:10:00'),
        finishedAt: at('07:12:00'),
        outcome: 'success',
      },
    });
    expect(statements('run', job())).toEqual([]);
  });

  it('tell that it has begun', () => {
    const running = deployed(
      job({ build_status: 'running', build_finished_at: null }),
    );
    expect(running).toMatchObject({
      rank: StatementRank.Started,
      occurredAt: at('07:10:00'),
      fields: { startedAt: at('07:10:00') },
    });
    expect(running.fields).not.toHaveProperty('outcome');
  });

  it.each([
    ['deploys nothing', { environment: null }],
    [
      'stops an environment',
      { environment: { ...production, action: 'stop' } },
    ],
    ['verifies one', { environment: { ...production, action: 'verify' } }],
    [
      'waits',
      {
        build_status: 'created',
        build_started_at: null,
        build_finished_at: null,
      },
    ],
    [
      'was cancelled before it began',
      { build_status: 'canceled', build_started_at: null },
    ],
  ])('say nothing of a job that %s', (_, edits) => {
    expect(deployments(job(edits))).toEqual([]);
  });

  it('of older versions name the repository only', () => {
    const { project: _, ...older } = job();
    expect(mapped(older).aliases).toEqual([
      { scheme: 'repository', value: `${HOST}/acme/shop` },
    ]);
    // Its `project_name` is the one for people.
    expect(deployed(older).fields.service).toBe('Acme/shop');
  });

  it('do not take the pipeline for a commit', () => {
    const { fields } = deployed(job({ sha: null, commit: { id: 31 } }));
    expect(fields).not.toHaveProperty('commit');
  });
});

describe('pipeline events', () => {
  const deploy = build({
    id: 796,
    started_at: '2026-11-20 07:10:00 UTC',
    finished_at: '2026-11-20 07:12:00 UTC',
    environment: production,
  });
  const gate = build({ id: 700, when: 'manual', manual: true });

  it('tell the same as the event of the job', () => {
    const [first] = deployments(pipeline({}, { builds: [build(), deploy] }));
    expect(first).toEqual(deployed(job()));
  });

  it.each<[string, DeploymentFields['startedBy'], string, object[]]>([
    ['a push', 'machine', 'push', [deploy]],
    ['a schedule', 'machine', 'schedule', [deploy]],
    [
      'a delayed job',
      'machine',
      'push',
      [{ ...deploy, when: 'delayed', manual: true }],
    ],
    [
      'a manual job',
      'person',
      'push',
      [{ ...deploy, when: 'manual', manual: true }],
    ],
    ['a pipeline that was run by hand', 'person', 'web', [deploy]],
    [
      'a job before that was started by hand',
      undefined,
      'push',
      [gate, deploy],
    ],
    ['a call of the API', undefined, 'api', [deploy]],
    ['another pipeline', undefined, 'parent_pipeline', [deploy]],
  ])('tell who started it: %s', (_, startedBy, source, builds) => {
    const said = deployments(pipeline({ source }, { builds }));
    expect(said.map(({ fields }) => fields.startedBy).filter(Boolean)).toEqual(
      startedBy ? [startedBy] : [],
    );
    expect(new Set(said.map(({ key }) => key))).toEqual(new Set([KEY]));
  });

  it('let the approval of a protected environment win over the pipeline', () => {
    const [, machine] = deployments(pipeline({}, { builds: [deploy] }));
    const blocked = deployed(deployment({ status: 'blocked' }));
    expect(machine).toMatchObject({
      rank: StatementRank.Queued,
      fields: { startedBy: 'machine' },
    });
    expect(blocked.rank).toBe(machine.rank);
    expect(blocked.occurredAt).toBeGreaterThan(machine.occurredAt);
  });

  it('wait for the end of a job that has no end yet', () => {
    const [{ rank, fields }] = deployments(
      pipeline({}, { builds: [{ ...deploy, finished_at: null }] }),
    );
    expect(rank).toBe(StatementRank.Started);
    expect(fields).not.toHaveProperty('outcome');
  });

  it('tell of deployments by a child pipeline, which is no run', () => {
    const payload = pipeline(
      { source: 'parent_pipeline' },
      { builds: [deploy] },
    );
    expect(statements('run', payload)).toEqual([]);
    expect(deployments(payload)).toHaveLength(1);
  });
});
