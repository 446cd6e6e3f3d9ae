import type { RunFields } from '@devops-scorecards/plugin-maturity-common';
import {
  annotated,
  FINISHED_AT,
  mapped,
  PUSHED,
  runEvent,
  SHA,
  STARTED_AT,
  UID,
} from './__testUtils__/tektonEvents';

function runOf(...args: Parameters<typeof mapped>): RunFields {
  return mapped(...args).statements[0].fields;
}

describe('what Pipelines as Code writes on a run', () => {
  it('tells of repository, branch, commit and where to look', () => {
    const event = mapped(annotated(PUSHED));
    expect(event.statements[0].fields).toMatchObject({
      pipeline: 'acme/payments / on-push',
      branch: 'main',
      trunk: true,
      commit: SHA,
      trigger: 'push',
      url: 'https://tekton.example.com/on-push',
    });
    expect(event.aliases).toEqual([
      { scheme: 'pipeline', value: 'ci/on-push' },
      { scheme: 'repository', value: 'git.example.com/acme/payments' },
      { scheme: 'pipeline', value: 'on-push' },
    ]);
    // The contents are hashed and not kept.
    expect(JSON.stringify({ ...event, contents: '' })).not.toMatch(
      /ada|Pay in yen/,
    );
  });

  it.each([
    // Event type, number of a request, target and source branch.
    ['push', undefined, 'main', 'main', 'main', true, 'push'],
    ['push', '12', 'main', 'main', 'main', true, 'push'],
    ['push', undefined, 'refs/tags/v1', '', undefined, undefined, 'push'],
    ['push', undefined, 'release', 'release', 'release', false, 'push'],
    ['pull_request', '12', 'main', 'feature', 'feature', false, 'change'],
    // Of a fork.
    ['pull_request', '12', 'main', 'main', 'main', false, 'change'],
    ['Merge Request', '12', 'main', 'x', 'x', false, 'change'],
    ['retest-comment', '12', 'main', 'x', 'x', false, 'manual'],
    ['retest-comment', undefined, 'main', 'main', 'main', true, 'manual'],
    ['incoming', undefined, 'main', 'main', 'main', true, 'other'],
  ])(
    'of %s, request %s, to %s from %s: branch %s, trunk %s, %s',
    (event, request, target, origin, branch, trunk, trigger) => {
      const run = runOf(
        annotated({
          ...PUSHED,
          'pipelinesascode.tekton.dev/event-type': event,
          'pipelinesascode.tekton.dev/branch': target,
          'pipelinesascode.tekton.dev/source-branch': origin,
          ...(request
            ? { 'pipelinesascode.tekton.dev/pull-request': request }
            : {}),
        }),
      );
      expect([run.branch, run.trunk, run.trigger]).toEqual([
        branch,
        trunk,
        trigger,
      ]);
    },
  );

  it('has the trunks that the configuration names', () => {
    expect(runOf(annotated(PUSHED), { trunk: ['dev'] }).trunk).toBe(false);
  });

  it('leads nowhere but to a page', () => {
    const run = runOf(
      annotated({
        'pipelinesascode.tekton.dev/log-url': 'data:text/html,a-page',
      }),
    );
    expect(run).not.toHaveProperty('url');
  });
});

describe('the pipeline of a run', () => {
  it.each([
    ['label', { labels: { 'tekton.dev/pipeline': 'ci' } }, {}, 'ci'],
    // Tekton writes the name of the run where the pipeline is written into it.
    [
      'beginning of names',
      { labels: { 'tekton.dev/pipeline': 'payments-ci-6gplk' } },
      { pipelineRef: null, pipelineSpec: {} },
      'payments-ci',
    ],
    [
      'name at a resolver',
      { labels: { 'tekton.dev/pipeline': 'payments-ci-6gplk' } },
      {
        pipelineRef: {
          resolver: 'cluster',
          params: [
            { name: 'namespace', value: 'shared' },
            { name: 'name', value: 'build' },
          ],
        },
      },
      'build',
    ],
    [
      'name where it has no other',
      { labels: null, generateName: null, name: 'nightly' },
      { pipelineRef: null },
      'nightly',
    ],
  ])('is its %s', (_, metadata, spec, pipeline) => {
    expect(runOf(runEvent('failed', { metadata, spec })).pipeline).toBe(
      pipeline,
    );
  });
});

describe('annotations of ours', () => {
  it('tell of a run that Pipelines as Code did not make', () => {
    const event = mapped(
      annotated({
        'devops-scorecards.io/repository': 'git@git.example.com:Acme/Pay.git',
        'devops-scorecards.io/branch': 'refs/heads/main',
        'devops-scorecards.io/commit': SHA,
      }),
    );
    expect(event.aliases).toContainEqual({
      scheme: 'repository',
      value: 'git.example.com/acme/pay',
    });
    expect(event.statements[0].fields).toMatchObject({
      branch: 'main',
      trunk: true,
      commit: SHA,
    });
  });

  it('name the entity, and the label of Backstage its workload', () => {
    const event = mapped(
      runEvent('failed', {
        metadata: {
          annotations: {
            'devops-scorecards.io/entity-ref': 'Component:Payments',
          },
          labels: {
            'backstage.io/kubernetes-id': 'payments',
            'tekton.dev/pipeline': 'payments-ci',
          },
        },
      }),
    );
    expect(event.entityRef).toBe('component:default/payments');
    expect(event.aliases[0]).toEqual({
      scheme: 'kubernetes',
      value: 'payments',
    });
  });

  it('do not lose the event by an entity that is none', () => {
    const event = mapped(
      annotated({ 'devops-scorecards.io/entity-ref': 'payments service' }),
    );
    expect(event.entityRef).toBeUndefined();
    expect(event.statements).toHaveLength(1);
  });

  it('make a run a deployment', () => {
    const event = mapped(
      annotated({
        ...PUSHED,
        'devops-scorecards.io/environment': 'production',
      }),
    );
    expect(event.statements[1]).toEqual({
      kind: 'deployment',
      key: UID,
      rank: 2,
      occurredAt: FINISHED_AT,
      fields: {
        environment: 'production',
        tier: 'production',
        commit: SHA,
        execution: 'pipeline',
        startedBy: 'machine',
        pipeline: 'acme/payments / on-push',
        run: UID,
        startedAt: STARTED_AT,
        finishedAt: FINISHED_AT,
        outcome: 'success',
        url: 'https://tekton.example.com/on-push',
      },
    });
  });

  it.each([
    ['push', 'machine'],
    ['on-comment', 'person'],
    ['incoming', undefined],
    ['', undefined],
  ])('say of a deployment by %s that it was started by %s', (type, who) => {
    const event = mapped(
      annotated({
        'pipelinesascode.tekton.dev/event-type': type,
        'devops-scorecards.io/environment': 'canary',
      }),
    );
    const { fields } = event.statements[1];
    expect((fields as { startedBy?: string }).startedBy).toBe(who);
    expect(fields).not.toHaveProperty('tier');
  });
});
