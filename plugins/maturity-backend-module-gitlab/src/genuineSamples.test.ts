import { StatementRank } from '@devops-scorecards/plugin-maturity-common';
import { mapped } from './__testUtils__/delivery';
import { genuineSamples } from './__testUtils__/genuineSamples';

const samples = genuineSamples();
// Where they are not at hand, payloads of our own tell the same.
const describeSamples = samples.length > 0 ? describe : describe.skip;

describeSamples('genuine payloads', () => {
  const bodyOf = (wanted: string) =>
    samples.find(({ name }) => name === wanted)!.body;
  const expected: Record<string, [type: string, kinds: string[]]> = {
    'comment-issue-event': ['com.gitlab.note', []],
    'comment-merge-request-event': ['com.gitlab.note', []],
    'confidential-issue-event': ['com.gitlab.issue.open', []],
    'deployment-event': ['com.gitlab.deployment.success', ['deployment']],
    'issue-event': ['com.gitlab.issue.open', []],
    'job-event': ['com.gitlab.build.created', []],
    'merge-request-event': ['com.gitlab.merge_request.open', ['change']],
    'pipeline-event': ['com.gitlab.pipeline.success', ['run']],
    'push-event': ['com.gitlab.push', ['change']],
    'release-event': ['com.gitlab.release.create', []],
    'system-merge-request-event': ['com.gitlab.merge_request', ['change']],
    'system-push-event': ['com.gitlab.push', ['change']],
  };

  it('are all there', () => {
    expect(samples.map(({ name }) => name)).toEqual(Object.keys(expected));
  });

  it('are taken as they are', () => {
    for (const { name, body } of samples) {
      const event = mapped(body);
      expect([
        name,
        event.type,
        event.statements.map(({ kind }) => kind),
      ]).toEqual([name, ...expected[name]]);
      expect(event.eventId).toMatch(/^[0-9a-f]{64}$/);
      expect(event.aliases.length).toBeGreaterThan(0);
      for (const { fields, rank } of event.statements) {
        expect(Object.values(fields)).not.toContain(undefined);
        expect(rank).toBeLessThan(StatementRank.Corrected);
      }
    }
  });

  it('keep nothing of people', () => {
    for (const { name, body } of samples) {
      const { contents: _, ...event } = mapped(body);
      const { user, user_name: pusher } = JSON.parse(body);
      const people = [user?.name, user?.username, pusher, '@example.com'];
      // The name of this one is also that of a group.
      const told = people.filter(
        word => word && word !== 'root' && JSON.stringify(event).includes(word),
      );
      expect([name, told]).toEqual([name, []]);
    }
  });

  it('tell of a run: it succeeded, though a manual job was skipped', () => {
    const body = bodyOf('pipeline-event');
    expect(mapped(body).statements).toEqual([
      {
        kind: 'run',
        key: '192.168.64.1:3005/pipelines/31',
        rank: StatementRank.Finished,
        occurredAt: Date.UTC(2016, 7, 12, 15, 26, 29),
        fields: {
          pipeline: 'gitlab-org/gitlab-test',
          branch: 'master',
          trunk: false,
          commit: 'bcbb5ec396a2c0f828686f14fac9b80b780504f2',
          commitAt: Date.UTC(2016, 7, 12, 15, 23, 21),
          attempt: 1,
          trigger: 'change',
          url: 'http://192.168.64.1:3005/gitlab-org/gitlab-test/-/pipelines/31',
          queuedAt: Date.UTC(2016, 7, 12, 15, 23, 28),
          startedAt: Date.UTC(2016, 7, 12, 15, 24, 56),
          finishedAt: Date.UTC(2016, 7, 12, 15, 26, 29),
          outcome: 'success',
        },
      },
    ]);
  });

  it('tell of a deployment, with the whole hash and without a tier', () => {
    const body = bodyOf('deployment-event');
    const finishedAt = Date.UTC(2021, 3, 28, 19, 50);
    expect(mapped(body).statements).toEqual([
      {
        kind: 'deployment',
        key: '10.126.0.2:3000/jobs/796',
        rank: StatementRank.Finished,
        occurredAt: finishedAt,
        fields: {
          environment: 'staging',
          service: 'root/test-deployment-webhooks',
          commit: '279484c09fbe69ededfced8c1bb6e6d24616b468',
          execution: 'pipeline',
          pipeline: 'root/test-deployment-webhooks',
          finishedAt,
          outcome: 'success',
          url: 'http://10.126.0.2:3000/root/test-deployment-webhooks/-/jobs/796',
        },
      },
    ]);
  });

  it('tell of a push of more commits than they list', () => {
    const body = bodyOf('push-event');
    const [{ key, fields }] = mapped(body).statements;
    expect(key).toBe(
      'example.com/projects/15 refs/heads/master da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
    );
    expect(fields).toMatchObject({ trunk: true, commits: 4 });
    expect(fields).not.toHaveProperty('firstCommitAt');
  });

  it('tell of a release where it is a deployment', () => {
    const body = bodyOf('release-event');
    const settings = { releases: 'deployment' };
    expect(mapped(body, { settings }).statements).toEqual([
      expect.objectContaining({
        key: 'example.com/projects/2/releases/v1.1',
        fields: expect.objectContaining({
          tier: 'production',
          version: 'v1.1',
          finishedAt: Date.UTC(2020, 10, 2, 12, 55, 12),
        }),
      }),
    ]);
  });
});
