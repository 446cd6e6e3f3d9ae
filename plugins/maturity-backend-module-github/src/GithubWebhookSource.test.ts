import { createHash } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { DeploymentFields } from '@devops-scorecards/plugin-maturity-common';
import {
  configuredSources,
  type MappingContext,
} from '@devops-scorecards/plugin-maturity-node';
import { GithubWebhookSource } from './GithubWebhookSource';
import {
  EDITED_SAMPLES,
  editedSample,
  genuineSamples,
  type Sample,
  signedDelivery,
} from './__testUtils__/samples';

const SECRET = 'the secret of the webhook';
const context: MappingContext = {
  tierOf: environment =>
    environment === 'production' ? 'production' : undefined,
  pseudonym: person => person && `hash of ${person}`,
};

function source(github: JsonObject = { webhookSecret: SECRET }) {
  const [settings] = configuredSources(
    new ConfigReader({ maturity: { sources: { github } } }),
    'github',
  );
  return GithubWebhookSource.fromConfig(settings);
}

function genuine(name: string): Sample {
  return genuineSamples.find(sample => sample.name === name)!;
}

/** The event that a delivery is mapped to. */
function mapped(sample: Sample, github?: JsonObject) {
  const delivery = signedDelivery(sample, { secret: SECRET });
  const events = source(github).map(delivery, context);
  expect(events).toHaveLength(1);
  return events[0];
}

function statement(sample: Sample, github?: JsonObject) {
  const { statements } = mapped(sample, github);
  expect(statements).toHaveLength(1);
  return statements[0];
}

describe('genuine payloads', () => {
  it('are all there', () => {
    expect(genuineSamples).toHaveLength(117);
  });

  it.each(genuineSamples)('are taken as they are: $name', sample => {
    const delivery = signedDelivery(sample, { secret: SECRET });
    const github = source();
    expect(() => github.verify(delivery)).not.toThrow();
    const event = mapped(sample);
    expect(event.eventId).toBe(
      createHash('sha256').update(sample.body).digest('hex'),
    );
    expect(event.type).toMatch(new RegExp(`^com\\.github\\.${sample.event}`));
    expect(Number.isSafeInteger(event.occurredAt)).toBe(true);
    for (const { fields } of event.statements) {
      expect(Object.values(fields)).not.toContain(undefined);
    }

    const changed = Buffer.from(delivery.rawBody);
    changed[changed.length - 2] += 1;
    expect(() => github.verify({ ...delivery, rawBody: changed })).toThrow(
      'does not match',
    );
    expect(() => source({}).verify(delivery)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          'maturity.sources.github.webhookSecret',
        ),
      }),
    );
  });

  it('keep nothing of people in the envelope', () => {
    for (const sample of genuineSamples) {
      const { envelope } = mapped(sample);
      expect(Object.keys(envelope).sort()).toEqual([
        'action',
        'delivery',
        'event',
        'organization',
        'repository',
      ]);
    }
  });

  it('name their repository', () => {
    expect(mapped(genuine('push 4'))).toMatchObject({
      eventSource: 'https://github.com/Codertocat/Hello-World',
      subject: 'Codertocat/Hello-World/refs/heads/master',
      aliases: [
        { scheme: 'repository', value: 'github.com/codertocat/hello-world' },
      ],
    });
    expect(mapped(genuine('ping 3'))).toMatchObject({
      eventSource: 'https://api.github.com',
      aliases: [],
      statements: [],
    });
  });
});

describe('workflow_run', () => {
  it('is a finished run', () => {
    expect(statement(genuine('workflow_run 1'))).toEqual({
      kind: 'run',
      key: '289782451',
      rank: 2,
      occurredAt: Date.parse('2020-10-05T16:33:49Z'),
      fields: {
        pipeline: 'octo-org/octo-repo / test',
        branch: 'master',
        trunk: true,
        commit: '3484a3fb816e0859fd6e1cea078d76385ff50625',
        commitAt: Date.parse('2020-10-05T16:32:07Z'),
        attempt: 1,
        trigger: 'other',
        url: 'https://github.com/octo-org/octo-repo/actions/runs/289782451',
        queuedAt: Date.parse('2020-10-05T16:33:24Z'),
        startedAt: Date.parse('2020-10-05T16:33:49Z'),
        finishedAt: Date.parse('2020-10-05T16:33:49Z'),
        outcome: 'success',
      },
    });
  });

  it('has not finished without a conclusion, whatever the action says', () => {
    const run = statement(genuine('workflow_run 0'));
    expect(run.rank).toBe(0);
    expect(run.fields).toMatchObject({ trigger: 'manual' });
    expect(run.fields).not.toHaveProperty('finishedAt');
    expect(run.fields).not.toHaveProperty('outcome');
    expect(run.fields).not.toHaveProperty('startedAt');
  });

  it('has not finished when it waits for an approval', () => {
    const run = statement(genuine('workflow_run 4'));
    expect(run.rank).toBe(0);
    expect(run.fields).not.toHaveProperty('outcome');
  });

  it('keeps its attempts apart', () => {
    const run = statement(editedSample('second attempt'));
    expect(run.key).toBe('289782451#2');
    expect(run.fields).toMatchObject({
      attempt: 2,
      startedAt: Date.parse('2020-10-05T17:00:00Z'),
      finishedAt: Date.parse('2020-10-05T17:05:00Z'),
    });
    expect(run.fields).not.toHaveProperty('queuedAt');
  });

  it('is read while it runs and when it fails', () => {
    expect(statement(editedSample('run in progress'))).toMatchObject({
      rank: 1,
      fields: { startedAt: expect.any(Number) },
    });
    expect(statement(editedSample('failed run')).fields).toMatchObject({
      outcome: 'failure',
    });
  });

  it('is not of the trunk when it is for a pull request', () => {
    expect(
      statement(editedSample('run of a pull request from a fork')).fields,
    ).toMatchObject({ branch: 'master', trunk: false, trigger: 'change' });
  });
});

describe('deployment_status', () => {
  it('is a deployment', () => {
    expect(statement(genuine('deployment_status 0'))).toEqual({
      kind: 'deployment',
      key: '145988746',
      rank: 2,
      occurredAt: Date.parse('2019-05-15T15:20:55Z'),
      fields: {
        environment: 'production',
        tier: 'production',
        service: 'Codertocat/Hello-World',
        commit: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
        purpose: 'planned',
        finishedAt: Date.parse('2019-05-15T15:20:55Z'),
        outcome: 'success',
      },
    });
  });

  it('has an end only when it ended', () => {
    const running = statement(genuine('deployment_status 1'));
    expect(running).toMatchObject({
      rank: 1,
      fields: {
        environment: 'github-pages',
        execution: 'pipeline',
        startedBy: 'machine',
        pipeline: expect.stringMatching(
          /^.+\/.+ \/ pages build and deployment$/,
        ),
        run: '289782451',
        startedAt: Date.parse('2022-01-03T01:28:40Z'),
      },
    });
    expect(running.fields).not.toHaveProperty('tier');
    expect(running.fields).not.toHaveProperty('outcome');
    expect(running.fields).not.toHaveProperty('finishedAt');
  });

  it('fails as a deployment of its own', () => {
    expect(statement(editedSample('failed deployment'))).toMatchObject({
      key: '145988747',
      fields: { tier: 'production', outcome: 'failure' },
    });
  });

  it('says nothing when another took over', () => {
    expect(mapped(editedSample('superseded deployment')).statements).toEqual(
      [],
    );
  });

  it('tells who started it', () => {
    expect(
      statement(editedSample('deployment by a workflow')).fields,
    ).toMatchObject({
      execution: 'pipeline',
      startedBy: 'person',
      outcome: 'success',
    });
  });

  it.each([
    ['deploy', 'planned'],
    ['hotfix', 'hotfix'],
    ['deploy:hotfix', 'hotfix'],
    ['rollback', 'rollback'],
    ['deploy:rollback', 'rollback'],
    ['Deploy:Rollback', 'rollback'],
    ['deploy:migrations', undefined],
    ['no-rollback', undefined],
    ['', undefined],
    [null, undefined],
  ])('tells by the task %p that it is %p', (task, purpose) => {
    const sample = genuine('deployment_status 0');
    const payload = JSON.parse(sample.body);
    payload.deployment.task = task;
    const { fields } = statement({ ...sample, body: JSON.stringify(payload) });
    expect((fields as DeploymentFields).purpose).toBe(purpose);
  });

  it('began with the job that deploys, where its end names one', () => {
    expect(
      statement(editedSample('deployment by a workflow')).fields,
    ).toMatchObject({ startedAt: Date.parse('2022-01-03T01:28:39Z') });
    for (const index of [0, 2, 3]) {
      expect(
        statement(genuine(`deployment_status ${index}`)).fields,
      ).not.toHaveProperty('startedAt');
    }
  });

  it('tells no strategy, whatever a deployer puts into it', () => {
    const deployments = genuineSamples.filter(
      ({ event }) => event === 'deployment_status',
    );
    for (const sample of deployments) {
      expect(statement(sample).fields).not.toHaveProperty('strategy');
    }
  });
});

describe('push', () => {
  it('to a branch is a change that is merged at once', () => {
    const sha = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';
    expect(statement(genuine('push 4'))).toEqual({
      kind: 'change',
      key: `codertocat/hello-world refs/heads/master ${sha}`,
      rank: 2,
      occurredAt: 1557933657000,
      fields: {
        form: 'push',
        title: 'Initial commit',
        branch: 'master',
        targetBranch: 'master',
        trunk: true,
        author: 'hash of Codertocat',
        bot: false,
        createdAt: 1557933657000,
        commits: 1,
        firstCommitAt: Date.parse('2019-05-15T15:19:25Z'),
        mergedAt: 1557933657000,
        headSha: sha,
        mergeSha: sha,
        url: `https://github.com/Codertocat/Hello-World/commit/${sha}`,
      },
    });
  });

  it('counts the commits that the repository had before, too', () => {
    expect(
      statement(editedSample('push of commits that the repository had before'))
        .fields,
    ).toMatchObject({
      commits: 3,
      firstCommitAt: Date.parse('2019-05-15T14:00:00Z'),
    });
  });

  it.each([0, 1, 2, 3, 6])('of a tag says nothing: push %p', index => {
    expect(mapped(genuine(`push ${index}`)).statements).toEqual([]);
  });
});

describe('pull_request', () => {
  const pulls = genuineSamples.filter(({ event }) => event === 'pull_request');

  it('was not merged where it was only closed', () => {
    for (const sample of pulls) {
      for (const { fields } of mapped(sample).statements) {
        expect(fields).not.toHaveProperty('mergedAt');
        expect(fields).not.toHaveProperty('mergeSha');
        expect(fields).not.toHaveProperty('commits');
      }
    }
    expect(statement(genuine('pull_request 3'))).toMatchObject({
      key: 'codertocat/hello-world#2',
      rank: 2,
      fields: { closedAt: Date.parse('2019-05-15T15:21:18Z') },
    });
    expect(statement(genuine('pull_request 0')).rank).toBe(1);
  });

  it('is not closed any more where it was reopened', () => {
    const reopened = pulls.filter(
      ({ body }) => JSON.parse(body).action === 'reopened',
    );
    expect(reopened).toHaveLength(2);
    for (const sample of reopened) {
      expect(mapped(sample).statements).toEqual([
        expect.objectContaining({
          rank: 1,
          fields: expect.objectContaining({ form: 'request' }),
        }),
        {
          kind: 'change',
          key: 'codertocat/hello-world#2',
          rank: 2,
          occurredAt: expect.any(Number),
          fields: {},
          clears: ['closedAt'],
        },
      ]);
    }
    for (const sample of pulls.filter(pull => !reopened.includes(pull))) {
      expect(statement(sample)).not.toHaveProperty('clears');
    }
  });

  it('is merged', () => {
    expect(statement(editedSample('merged pull request'))).toMatchObject({
      kind: 'change',
      key: 'codertocat/hello-world#2',
      rank: 2,
      fields: {
        form: 'request',
        title: 'Update the README with new information.',
        branch: 'changes',
        targetBranch: 'master',
        trunk: true,
        author: 'hash of Codertocat',
        bot: false,
        createdAt: Date.parse('2019-05-15T15:20:33Z'),
        commits: 3,
        mergedAt: Date.parse('2019-05-15T15:21:18Z'),
        closedAt: Date.parse('2019-05-15T15:21:18Z'),
        headSha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
        mergeSha: 'c4295bd74fb0f4fda03689c3df3f2803b658fd85',
      },
    });
  });
});

describe('what a pull_request names', () => {
  const pulls = genuineSamples.filter(({ event }) => event === 'pull_request');

  it('is no work item where it says none', () => {
    for (const sample of pulls) {
      expect(mapped(sample).statements[0].fields).toMatchObject({
        workItems: 0,
      });
    }
  });

  it('is the issues that it closes', () => {
    const sample = editedSample('pull request that closes issues');
    expect(statement(sample).fields).toMatchObject({ workItems: 2 });
  });

  it('is the keys of configured projects', () => {
    const sample = editedSample('merged pull request');
    const payload = JSON.parse(sample.body);
    payload.pull_request.head.ref = 'feature/pay-12-refunds';
    const named = { ...sample, body: JSON.stringify(payload) };
    const configured = { webhookSecret: SECRET, workItemProjects: ['PAY'] };
    expect(statement(named, configured).fields).toMatchObject({ workItems: 1 });
    expect(statement(named).fields).toMatchObject({ workItems: 0 });
  });

  it('is taken back where an edit made it unclear', () => {
    const sample = genuine('pull_request 0');
    const payload = JSON.parse(sample.body);
    payload.pull_request.body = 'A part of #1';
    const edited = statement({ ...sample, body: JSON.stringify(payload) });
    expect(edited.fields).not.toHaveProperty('workItems');
    expect(edited.clears).toEqual(['workItems']);
  });

  it('is neither an approval nor a gate', () => {
    const { fields } = statement(editedSample('merged pull request'));
    expect(fields).not.toHaveProperty('approved');
    expect(fields).not.toHaveProperty('gates');
  });
});

describe('pull_request_review', () => {
  it('says nothing where it is a comment or by the author', () => {
    const reviews = genuineSamples.filter(
      ({ event }) => event === 'pull_request_review',
    );
    expect(reviews).toHaveLength(4);
    for (const sample of reviews) {
      expect(mapped(sample)).toMatchObject({
        subject: 'Codertocat/Hello-World/pull/2',
        statements: [],
      });
    }
  });

  it('approves the request', () => {
    const sample = editedSample('approval by somebody else');
    expect(mapped(sample).type).toBe(
      'com.github.pull_request_review.submitted',
    );
    expect(statement(sample)).toEqual({
      kind: 'change',
      key: 'codertocat/hello-world#2',
      rank: 1,
      occurredAt: Date.parse('2019-05-15T15:20:50Z'),
      fields: { approved: true },
    });
    expect(JSON.stringify(mapped(sample))).not.toContain('octocat');
  });

  it('takes its approval back', () => {
    expect(statement(editedSample('approval that was dismissed'))).toEqual({
      kind: 'change',
      key: 'codertocat/hello-world#2',
      rank: 1,
      occurredAt: Date.parse('2019-05-15T15:21:00.001Z'),
      fields: {},
      clears: ['approved'],
    });
  });
});

describe('deployment', () => {
  const deployments = genuineSamples.filter(
    ({ event }) => event === 'deployment',
  );

  it('is wanted and has not begun', () => {
    expect(statement(genuine('deployment 0'))).toEqual({
      kind: 'deployment',
      key: '145988746',
      rank: 0,
      occurredAt: Date.parse('2019-05-15T15:20:53Z'),
      fields: {
        environment: 'production',
        tier: 'production',
        service: 'Codertocat/Hello-World',
        commit: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
        purpose: 'planned',
      },
    });
  });

  it('is the one that its statuses are about', () => {
    for (const index of [0, 2]) {
      const { key, fields } = statement(genuine(`deployment ${index}`));
      const status = statement(genuine(`deployment_status ${index}`));
      expect(status.key).toBe(key);
      expect(status.fields).toMatchObject(fields);
    }
  });

  it('is executed by the workflow that the payload names', () => {
    const { fields } = statement(genuine('deployment 1'));
    expect(fields).toMatchObject({
      environment: 'github-pages',
      execution: 'pipeline',
      startedBy: 'machine',
      pipeline: 'Codertocat/Hello-World / pages-build-deployment',
      run: '289782451',
    });
  });

  it('never has a start, an end or an outcome', () => {
    expect(deployments).toHaveLength(4);
    for (const sample of deployments) {
      const { fields } = statement(sample);
      expect(fields).not.toHaveProperty('startedAt');
      expect(fields).not.toHaveProperty('finishedAt');
      expect(fields).not.toHaveProperty('outcome');
    }
  });
});

describe('check_suite', () => {
  // The first genuine app has no slug, as GitHub sends them today.
  const suite = (
    edits: Record<string, unknown>,
    app: Record<string, unknown> = {
      slug: 'circleci-checks',
      name: 'CircleCI',
    },
  ): Sample => {
    const sample = genuine('check_suite 0');
    const payload = JSON.parse(sample.body);
    Object.assign(payload.check_suite, edits);
    Object.assign(payload.check_suite.app, app);
    return { ...sample, body: JSON.stringify(payload) };
  };
  const github = { webhookSecret: SECRET, checkApps: ['CircleCI-Checks'] };

  it('of an app that is listed is a run', () => {
    expect(statement(suite({ head_branch: 'master' }), github)).toEqual({
      kind: 'run',
      key: 'circleci-checks 118578147',
      rank: 2,
      occurredAt: Date.parse('2019-05-15T15:21:14Z'),
      fields: {
        pipeline: 'Codertocat/Hello-World / CircleCI',
        branch: 'master',
        trunk: true,
        commit: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
        commitAt: Date.parse('2019-05-15T15:20:30Z'),
        queuedAt: Date.parse('2019-05-15T15:20:31Z'),
        finishedAt: Date.parse('2019-05-15T15:21:14Z'),
        outcome: 'success',
        url: 'https://github.com/Codertocat/Hello-World/commit/ec26c3e57ca3a959ca5aad62de7213c562f8c821/checks',
      },
    });
  });

  it('is not of the trunk on another branch, and nobody knows without', () => {
    expect(statement(suite({}), github).fields).toMatchObject({
      branch: 'changes',
      trunk: false,
    });
    const { fields } = statement(suite({ head_branch: null }), github);
    expect(fields).not.toHaveProperty('trunk');
    expect(fields).not.toHaveProperty('branch');
  });

  it.each([
    ['failure', 'failure'],
    ['timed_out', 'failure'],
    ['cancelled', 'cancelled'],
    ['neutral', 'skipped'],
  ])('with the conclusion %p is a %p', (conclusion, outcome) => {
    expect(statement(suite({ conclusion }), github).fields).toMatchObject({
      outcome,
    });
  });

  it('of GitHub Actions, or of an app that is not listed, says nothing', () => {
    const others: [Sample, JsonObject?][] = [
      [genuine('check_suite 1'), github],
      [suite({}), undefined],
      [suite({}, { slug: 'codecov', name: 'Codecov' }), github],
      [suite({}, { slug: undefined }), github],
    ];
    for (const [sample, settings] of others) {
      expect(mapped(sample, settings).statements).toEqual([]);
    }
    expect(() => source({ ...github, checkApps: ['github-actions'] })).toThrow(
      "maturity.sources.github.checkApps lists 'github-actions', whose runs arrive as workflow_run",
    );
  });

  it('that shall run again keeps its old conclusion and says nothing', () => {
    for (const action of ['requested', 'rerequested']) {
      const sample = suite({});
      const payload = { ...JSON.parse(sample.body), action };
      expect(
        mapped({ ...sample, body: JSON.stringify(payload) }, github).statements,
      ).toEqual([]);
    }
    expect(mapped(suite({ conclusion: null }), github).statements).toEqual([]);
  });

  it('counts when it came where it tells no time', () => {
    const { occurredAt, statements } = mapped(
      suite({ updated_at: null, created_at: null }),
      github,
    );
    expect(occurredAt).toBe(Date.parse('2026-11-20T08:00:00Z'));
    expect(statements[0].fields).toMatchObject({ finishedAt: occurredAt });
  });

  it('tells of its steps, of which a check_run is one', () => {
    const steps = genuineSamples.filter(({ event }) => event === 'check_run');
    expect(steps).toHaveLength(9);
    for (const sample of steps) {
      expect(mapped(sample, github).statements).toEqual([]);
    }
  });
});

describe('release', () => {
  const releases = genuineSamples.filter(({ event }) => event === 'release');
  const deployment = { webhookSecret: SECRET, releases: 'deployment' };

  it('says nothing unless configured', () => {
    for (const sample of releases) {
      expect(mapped(sample).statements).toEqual([]);
    }
  });

  it('is a deployment to production once it is published', () => {
    expect(statement(genuine('release 0'), deployment)).toMatchObject({
      kind: 'deployment',
      key: 'release 17372790',
      fields: {
        tier: 'production',
        version: '0.0.1',
        finishedAt: Date.parse('2019-05-15T15:20:53Z'),
        outcome: 'success',
      },
    });
    for (const sample of releases) {
      const { action } = JSON.parse(sample.body);
      expect(mapped(sample, deployment).statements).toHaveLength(
        action === 'published' ? 1 : 0,
      );
    }
  });
});

describe('edits', () => {
  it.each(EDITED_SAMPLES)('are signed again: $name', ({ name }) => {
    const sample = editedSample(name);
    const genuineBodies = genuineSamples.map(({ body }) => body);
    expect(genuineBodies).not.toContain(sample.body);
    expect(() =>
      source().verify(signedDelivery(sample, { secret: SECRET })),
    ).not.toThrow();
  });
});

describe('what is not GitHub', () => {
  const request = (body: string, headers: Record<string, string> = {}) => {
    const delivery = signedDelivery(
      { event: 'push', body },
      { secret: SECRET },
    );
    return { ...delivery, headers: { ...delivery.headers, ...headers } };
  };

  it.each([
    ['{', {}, 'not JSON'],
    ['[]', {}, "no 'push' event of GitHub"],
    ['{}', {}, "no 'push' event of GitHub: ref"],
    [
      JSON.stringify({ ref: 1, after: 'x', deleted: false, repository: {} }),
      {},
      'repository.full_name',
    ],
    [
      'payload=%7B%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'application/json',
    ],
    ['{}', { 'x-github-event': '' }, 'X-GitHub-Event'],
  ])('%s is refused', (body, headers, message) => {
    expect(() => source().map(request(body, headers), context)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('keeps events of other names without a fact', () => {
    const event = source().map(
      request('{"action":"created"}', { 'x-github-event': 'star' }),
      context,
    );
    expect(event).toMatchObject([
      { type: 'com.github.star.created', statements: [] },
    ]);
  });

  it('names the configuration that is wrong', () => {
    expect(() => source({ releases: 'yes' })).toThrow(
      'maturity.sources.github.releases',
    );
  });
});
