import type { JsonObject } from '@backstage/types';
import type { DeploymentFields } from '@devops-scorecards/plugin-maturity-common';
import {
  cloudEvent,
  FINISHED_AT,
  fieldsOf,
  mapped,
  notification,
  SHA,
  STARTED_AT,
} from './__testUtils__/jenkinsEvents';

describe('a result', () => {
  it.each([
    ['SUCCESS', 'success'],
    ['FAILURE', 'failure'],
    ['FAILED', 'failure'],
    ['UNSTABLE', 'failure'],
    ['ABORTED', 'cancelled'],
    ['NOT_BUILT', 'skipped'],
    ['SOMETHING_NEW', undefined],
    [null, undefined],
  ])('%s is read as %s', (status, outcome) => {
    for (const event of [cloudEvent, notification]) {
      for (const phase of ['COMPLETED', 'FINALIZED']) {
        const fields = fieldsOf(mapped(event(phase, { status })));
        expect((fields as { outcome?: string }).outcome).toBe(outcome);
      }
    }
  });

  it.each(['failure', 'success', 'skipped'])(
    'UNSTABLE is %s where the configuration says so',
    unstable => {
      const event = mapped(cloudEvent('COMPLETED', { status: 'UNSTABLE' }), {
        unstable,
      });
      expect(fieldsOf(event)).toMatchObject({ outcome: unstable });
    },
  );
});

describe('a run', () => {
  const scm = (branch: string | null): JsonObject => ({
    scmState: { url: null, branch, commit: null },
  });

  it.each([
    ['origin/main', undefined, true],
    ['origin/master', undefined, true],
    ['origin/release', undefined, false],
    ['origin/release', ['release'], true],
    ['origin/main', ['release'], false],
    [null, undefined, undefined],
    ['detached', undefined, undefined],
  ])('of %s, with trunks %j, is of the trunk: %s', (branch, trunk, is) => {
    const event = mapped(cloudEvent('COMPLETED', scm(branch)), {
      ...(trunk ? { trunk } : {}),
    });
    expect((fieldsOf(event) as { trunk?: boolean }).trunk).toBe(is);
  });

  it('of a multibranch project tells its branch where the operator says so', () => {
    const url = 'job/acme/job/payments/job/feature%252Fx/';
    const request = cloudEvent('COMPLETED', scm(null), { url });
    expect(fieldsOf(mapped(request))).not.toHaveProperty('branch');
    const event = mapped(request, { multibranch: ['acme/payments/*'] });
    expect(fieldsOf(event)).toMatchObject({
      pipeline: 'acme/payments',
      branch: 'feature/x',
      trunk: false,
    });
    expect(event.aliases).toEqual([
      { scheme: 'jenkins-job', value: 'acme/payments/feature%2Fx' },
      { scheme: 'jenkins-job', value: 'acme/payments' },
    ]);
  });

  it('of a job that is named after its branch is one of its project', () => {
    const url = 'job/acme/job/payments/job/main/';
    expect(
      fieldsOf(mapped(cloudEvent('COMPLETED', {}, { url }))),
    ).toMatchObject({ pipeline: 'acme/payments', branch: 'main', trunk: true });
  });

  it('is another one when a deleted branch comes back and begins at 1', () => {
    const key = (queueId: number) =>
      mapped(cloudEvent('COMPLETED', { number: 1, queueId })).statements[0].key;
    expect(key(25)).not.toBe(key(26));
  });

  it('has no name that nothing in the catalog can have', () => {
    const url = `job/acme/job/${'x'.repeat(600)}/`;
    const event = mapped(cloudEvent('COMPLETED', scm(null), { url }));
    expect(event.aliases).toEqual([{ scheme: 'jenkins-job', value: 'acme' }]);
  });
});

describe('a deployment', () => {
  const deployments = [
    { job: 'acme/*-release', environment: 'staging' },
    {
      job: 'acme/pay*',
      environment: 'production',
      environmentParameter: 'TARGET',
    },
  ];

  it('is a build of a job that deploys, beside its run', () => {
    const event = mapped(cloudEvent('COMPLETED'), { deployments });
    expect(event.statements.map(({ kind }) => kind)).toEqual([
      'run',
      'deployment',
    ]);
    expect(event.statements[1]).toEqual({
      kind: 'deployment',
      key: event.statements[0].key,
      rank: 2,
      occurredAt: FINISHED_AT,
      fields: {
        environment: 'production',
        tier: 'production',
        commit: SHA,
        execution: 'pipeline',
        pipeline: 'acme/payments',
        run: event.statements[0].key,
        startedAt: STARTED_AT,
        finishedAt: FINISHED_AT,
        outcome: 'success',
        url: 'https://ci.example.com/job/acme/job/payments/13/',
      },
    });
  });

  it.each([
    [{ TARGET: 'canary' }, 'canary'],
    [{ TARGET: '' }, 'production'],
    [{ OTHER: 'canary' }, 'production'],
    [null, 'production'],
  ])('with the parameters %j goes to %s', (parameters, environment) => {
    for (const event of [cloudEvent, notification]) {
      expect(
        fieldsOf(
          mapped(event('STARTED', { parameters }), { deployments }),
          'deployment',
        ),
      ).toMatchObject({ environment });
    }
  });

  it('goes where the first entry that matches says', () => {
    const url = 'job/acme/job/pay-release/';
    const event = mapped(cloudEvent('COMPLETED', {}, { url }), { deployments });
    const fields = fieldsOf(event, 'deployment') as DeploymentFields;
    expect([fields.environment, fields.tier]).toEqual(['staging', undefined]);
  });

  it('is nobody else’s build, and started by nobody knows whom', () => {
    const url = 'job/other/';
    expect(
      mapped(cloudEvent('COMPLETED', {}, { url }), { deployments }).statements,
    ).toHaveLength(1);
    expect(
      fieldsOf(
        mapped(cloudEvent('COMPLETED', {}, { userId: 'ada' }), { deployments }),
        'deployment',
      ),
    ).not.toHaveProperty('startedBy');
  });
});
