import { ConfigReader } from '@backstage/config';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  configuredSources,
  type MappingContext,
  type PullPage,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { delivery, gitlabSource } from '../__testUtils__/delivery';
import * as webhooks from '../__testUtils__/payloads';
import { gitlabServer, type GitlabData } from './__testUtils__/gitlabServer';
import {
  SHA,
  WEB_URL,
  type MergeRequestSample,
} from './__testUtils__/restSamples';
import { GitlabPullSource } from './GitlabPullSource';

jest.setTimeout(30_000);

const NOW = Date.UTC(2026, 10, 20, 8);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const TOKEN = 'a-token-that-nobody-may-see';

const context: MappingContext = {
  tierOf: environment =>
    environment === 'production' ? 'production' : undefined,
  pseudonym: person => person && `hash of ${person}`,
};

function fromConfig(options: {
  integration: object;
  pull?: object;
  settings?: object;
}): GitlabPullSource | undefined {
  const { integration, pull, settings: others } = options;
  const config = new ConfigReader({
    integrations: { gitlab: [integration] },
    maturity: {
      sources: {
        gitlab: { entities: ['*'], ...(pull && { pull }), ...others },
      },
    },
  } as any);
  const [settings] = configuredSources(config, 'gitlab');
  return GitlabPullSource.fromConfig({ settings, config });
}

describe('GitlabPullSource', () => {
  const closing: (() => Promise<void>)[] = [];

  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  async function serve(data: Partial<GitlabData>, others: object = {}) {
    const full: GitlabData = {
      pipelines: [],
      deployments: [],
      requests: [],
      ...data,
    };
    const server = await gitlabServer(full);
    closing.push(server.close);
    const source = fromConfig({
      integration: {
        host: server.host,
        apiBaseUrl: `${server.url}/api/v4`,
        baseUrl: server.url,
        token: TOKEN,
      },
      pull: {},
      settings: others,
    })!;
    const streams = await source.streams({
      names: async () => [
        'gitlab.com/elsewhere/else',
        `${server.host}/acme/shop`,
        `${server.host}/no-project`,
      ],
    });
    const state: { cursor?: string; now: EpochMs } = { now: NOW };

    async function pullPages(kind: string, keep: (page: PullPage) => void) {
      const stream = streams.find(({ id }) => id.endsWith(` ${kind}`))!;
      const { signal } = new AbortController();
      const { cursor, now } = state;
      for await (const page of stream.pull({ cursor, now, context, signal })) {
        expect(page.cursor.length).toBeLessThan(4096);
        state.cursor = page.cursor;
        keep(page);
      }
    }

    /** Pulls to the end, keeping the cursor of every page, as the backend does. */
    async function pullAll(kind: string): Promise<SourceEvent[]> {
      const pages: PullPage[] = [];
      await pullPages(kind, page => pages.push(page));
      return pages.flatMap(({ events }) => events);
    }

    return { server, data: full, source, streams, state, pullAll, pullPages };
  }

  const keys = (events: readonly SourceEvent[]) =>
    events.flatMap(({ statements }) => statements.map(({ key }) => key));

  const requests = (count: number, every = HOUR_MS): MergeRequestSample[] =>
    Array.from({ length: count }, (_, index) => ({
      iid: index + 1,
      createdAt: NOW - 80 * DAY_MS,
      updatedAt: NOW - (index + 1) * every,
    }));

  it('is off unless it is configured', () => {
    expect(
      fromConfig({ integration: { host: 'gitlab.com', token: TOKEN } }),
    ).toBeUndefined();
  });

  it('has a problem without credentials, and pulls nothing', async () => {
    const source = fromConfig({
      integration: { host: 'gitlab.com' },
      pull: { repositories: ['acme/shop'] },
    })!;
    expect(source.problem).toBe(
      'integrations.gitlab has no token for any host: add one with the scope read_api, maturity.sources.gitlab.pull reads with it',
    );
    expect(await source.streams({ names: async () => [] })).toEqual([]);
  });

  it('has three streams for each project of its hosts', async () => {
    const { streams, server } = await serve({});
    const name = `${server.host}/acme/shop`;
    expect(
      streams.map(({ id, subject: { kinds, onlyOnceSeen } }) => [
        id,
        kinds,
        onlyOnceSeen,
      ]),
    ).toEqual([
      [`${name} pipelines`, ['run'], true],
      [`${name} deployments`, ['deployment'], true],
      [`${name} merge-requests`, ['change'], false],
    ]);
    expect(streams[0].subject.aliases).toEqual([
      { scheme: 'repository', value: name },
    ]);
  });

  it('finds projects in groups, and of an instance below a path', async () => {
    const source = fromConfig({
      integration: {
        host: 'dev.test',
        baseUrl: 'https://dev.test/gitlab',
        apiBaseUrl: 'https://dev.test/gitlab/api/v4',
        token: TOKEN,
      },
      pull: { repositories: ['Acme/Pay/Shop', 'dev.test/gitlab/acme/till'] },
    })!;
    const streams = await source.streams({ names: async () => [] });
    expect(
      streams.map(({ id }) => id).filter(id => /pipelines$/.test(id)),
    ).toEqual([
      'dev.test/acme/pay/shop pipelines',
      'dev.test/gitlab/acme/till pipelines',
    ]);
  });

  it('sends the credentials of the integration', async () => {
    const { server, pullAll } = await serve({});
    await pullAll('deployments');
    expect(server.seen[0]).toMatchObject({
      path: '/api/v4/projects/acme%2Fshop',
      headers: { authorization: `Bearer ${TOKEN}` },
    });
  });

  describe('pipelines', () => {
    it('say what their webhook says, with its key', async () => {
      const { pullAll, server } = await serve({
        pipelines: [
          {
            id: 46,
            createdAt: NOW - DAY_MS,
            updatedAt: NOW - DAY_MS + 10 * MINUTE_MS,
            status: 'failed',
          },
        ],
      });
      const [event, ...others] = await pullAll('pipelines');
      expect(others).toEqual([]);
      expect(event).toEqual({
        eventSource: WEB_URL,
        eventId:
          'rest Acme/Shop/-/pipelines/46 failed 2026-11-19T08:10:00.000Z',
        contents: event.eventId,
        type: 'com.gitlab.rest.pipeline',
        subject: 'Acme/Shop/-/pipelines/46',
        occurredAt: NOW - DAY_MS + 10 * MINUTE_MS,
        aliases: [
          { scheme: 'repository', value: `${server.host}/acme/shop` },
          { scheme: 'repository', value: 'gitlab.test/acme/shop' },
        ],
        statements: [
          {
            kind: 'run',
            key: 'gitlab.test/pipelines/46',
            rank: 2,
            occurredAt: NOW - DAY_MS + 10 * MINUTE_MS,
            fields: {
              pipeline: 'Acme/Shop',
              branch: 'main',
              trunk: true,
              commit: SHA,
              commitAt: NOW - DAY_MS - MINUTE_MS,
              trigger: 'push',
              attempt: 1,
              url: `${WEB_URL}/-/pipelines/46`,
              queuedAt: NOW - DAY_MS,
              startedAt: NOW - DAY_MS + 20_000,
              finishedAt: NOW - DAY_MS + 10 * MINUTE_MS,
              outcome: 'failure',
            },
          },
        ],
        envelope: { pulled: true, project: 'Acme/Shop' },
      });
    });

    it('that were running are found again when they have ended', async () => {
      const running = {
        id: 46,
        createdAt: NOW - 5 * HOUR_MS,
        updatedAt: NOW - 4 * HOUR_MS,
        status: 'running',
      };
      const { pullAll, state, data } = await serve({ pipelines: [running] });
      const [began] = await pullAll('pipelines');
      expect(began.statements[0]).toMatchObject({ rank: 1 });
      expect(began.statements[0].fields).not.toHaveProperty('outcome');
      data.pipelines[0] = {
        ...running,
        status: 'success',
        updatedAt: NOW + MINUTE_MS,
      };
      state.now = NOW + 30 * MINUTE_MS;
      const [ended] = await pullAll('pipelines');
      expect(ended.statements[0]).toMatchObject({
        key: 'gitlab.test/pipelines/46',
        fields: { outcome: 'success', finishedAt: NOW + MINUTE_MS },
      });
      // Within the overlap it is read again, as the same event.
      state.now = NOW + 3 * HOUR_MS;
      expect((await pullAll('pipelines')).map(e => e.eventId)).toEqual([
        ended.eventId,
      ]);
      state.now = NOW + 5 * HOUR_MS;
      expect(await pullAll('pipelines')).toEqual([]);
    });

    it('of which jobs were run again have a second attempt', async () => {
      const { pullAll } = await serve({
        pipelines: [
          {
            id: 46,
            createdAt: NOW - DAY_MS,
            updatedAt: NOW - HOUR_MS,
            jobs: [NOW - DAY_MS, NOW - 2 * HOUR_MS],
          },
        ],
      });
      expect(keys(await pullAll('pipelines'))).toEqual([
        'gitlab.test/pipelines/46',
        'gitlab.test/pipelines/46#2',
      ]);
    });

    it('that are part of another one are no runs', async () => {
      const { pullAll } = await serve({
        pipelines: [
          {
            id: 46,
            createdAt: NOW - DAY_MS,
            updatedAt: NOW - DAY_MS,
            source: 'parent_pipeline',
          },
        ],
      });
      expect(await pullAll('pipelines')).toEqual([]);
    });
  });

  describe('deployments', () => {
    it('are of their job, with its run and its times', async () => {
      const { pullAll } = await serve({
        deployments: [
          {
            id: 41,
            createdAt: NOW - DAY_MS,
            // Changed later, which is not when it ended.
            updatedAt: NOW - HOUR_MS,
            job: {
              id: 664,
              startedAt: NOW - DAY_MS + MINUTE_MS,
              finishedAt: NOW - DAY_MS + 3 * MINUTE_MS,
            },
          },
        ],
      });
      const [event] = await pullAll('deployments');
      expect(event.statements).toHaveLength(2);
      const folded = Object.assign(
        {},
        ...event.statements.map(({ fields }) => fields),
      );
      expect(new Set(keys([event]))).toEqual(new Set(['gitlab.test/jobs/664']));
      expect(folded).toEqual({
        environment: 'production',
        tier: 'production',
        service: 'Acme/Shop',
        commit: SHA,
        execution: 'pipeline',
        pipeline: 'Acme/Shop',
        run: 'gitlab.test/pipelines/36',
        startedAt: NOW - DAY_MS + MINUTE_MS,
        finishedAt: NOW - DAY_MS + 3 * MINUTE_MS,
        outcome: 'success',
        url: `${WEB_URL}/-/jobs/664`,
      });
      for (const { rank, occurredAt } of event.statements) {
        expect([rank, occurredAt]).toEqual([2, NOW - DAY_MS + 3 * MINUTE_MS]);
      }
    });

    it('that were made over the API have an unknown executor', async () => {
      const { pullAll } = await serve({
        deployments: [
          {
            id: 41,
            createdAt: NOW - DAY_MS,
            updatedAt: NOW - DAY_MS,
            environment: 'canary',
            tier: 'production',
          },
        ],
      });
      const [{ statements }] = await pullAll('deployments');
      expect(statements).toEqual([
        expect.objectContaining({
          key: 'gitlab.test/deployments/41',
          fields: {
            environment: 'canary',
            tier: 'production',
            service: 'Acme/Shop',
            commit: SHA,
            finishedAt: NOW - DAY_MS,
            outcome: 'success',
          },
        }),
      ]);
    });

    it.each([
      ['blocked', 0, { startedBy: 'person' }],
      ['running', 1, { startedAt: NOW - HOUR_MS }],
      ['failed', 2, { outcome: 'failure' }],
      ['canceled', 2, { outcome: 'cancelled' }],
    ])('that are %s say so', async (status, rank, fields) => {
      const { pullAll } = await serve({
        deployments: [
          {
            id: 41,
            createdAt: NOW - DAY_MS,
            updatedAt: NOW - HOUR_MS,
            status,
          },
        ],
      });
      const [{ statements }] = await pullAll('deployments');
      expect(statements[0]).toMatchObject({ rank, fields });
    });
  });

  describe('merge requests', () => {
    it('that were merged tell when, and bring their commits', async () => {
      const { pullAll } = await serve({
        requests: [
          {
            iid: 7,
            createdAt: NOW - 3 * DAY_MS,
            // A comment came after the merge.
            updatedAt: NOW - HOUR_MS,
            state: 'merged',
            endedAt: NOW - DAY_MS,
            mergeCommit: SHA,
            commits: [NOW - 4 * DAY_MS, NOW - 6 * DAY_MS],
          },
        ],
      });
      const [event] = await pullAll('merge-requests');
      expect(event.statements).toEqual([
        {
          kind: 'change',
          key: 'gitlab.test/merge_requests/1007',
          rank: 2,
          occurredAt: NOW - DAY_MS,
          fields: {
            form: 'request',
            title: 'test1',
            branch: 'test1',
            targetBranch: 'main',
            trunk: true,
            author: 'hash of root',
            createdAt: NOW - 3 * DAY_MS,
            mergedAt: NOW - DAY_MS,
            closedAt: NOW - DAY_MS,
            headSha: '8888888888888888888888888888888888888888',
            mergeSha: SHA,
            workItems: 0,
            url: `${WEB_URL}/-/merge_requests/7`,
            commits: 2,
            firstCommitAt: NOW - 6 * DAY_MS,
          },
        },
      ]);
      expect(JSON.stringify(event)).not.toMatch(/Administrator|example\.com/);
    });

    it.each([
      ['Closes #2 and #3', [], { workItems: 2 }, undefined],
      ['For PAY-12', ['pay'], { workItems: 1 }, undefined],
      ['For PAY-12', [], {}, ['workItems']],
    ])(
      'that say %p name work items, with the projects %j',
      async (description, workItemProjects, fields, clears) => {
        const { pullAll } = await serve(
          {
            requests: [
              {
                iid: 7,
                createdAt: NOW - 3 * DAY_MS,
                updatedAt: NOW - DAY_MS,
                state: 'merged',
                endedAt: NOW - DAY_MS,
                commits: [NOW - 4 * DAY_MS],
                description,
              },
            ],
          },
          { workItemProjects },
        );
        const [{ statements }] = await pullAll('merge-requests');
        expect(statements).toHaveLength(1);
        expect(statements[0].clears).toEqual(clears);
        expect(statements[0].fields).toMatchObject({ ...fields, commits: 1 });
        // Which a list does not tell.
        expect(statements[0].fields).not.toHaveProperty('approved');
      },
    );

    it.each([
      ['squashed', { squashCommit: SHA }, SHA],
      ['fast-forwarded', {}, '8888888888888888888888888888888888888888'],
    ])('that were %s have the commit of the trunk', async (_, how, sha) => {
      const { pullAll } = await serve({
        requests: [
          {
            iid: 7,
            createdAt: NOW - 3 * DAY_MS,
            updatedAt: NOW - DAY_MS,
            state: 'merged',
            endedAt: NOW - DAY_MS,
            ...how,
          },
        ],
      });
      const [{ statements }] = await pullAll('merge-requests');
      expect(statements[0].fields).toMatchObject({ mergeSha: sha });
    });

    it('that are open are not closed, whatever was said before', async () => {
      const { pullAll, server } = await serve({ requests: requests(1) });
      const [{ statements }] = await pullAll('merge-requests');
      expect(statements).toEqual([
        expect.objectContaining({ rank: 1 }),
        expect.objectContaining({ rank: 2, clears: ['closedAt'], fields: {} }),
      ]);
      expect(server.asked().filter(p => p.includes('/commits'))).toEqual([]);
    });

    it('are read page by page, and later only what changed', async () => {
      const { pullAll, server, state, data } = await serve({
        requests: requests(120),
      });
      expect(new Set(keys(await pullAll('merge-requests'))).size).toBe(120);
      expect(
        server.seen.slice(1).map(({ query }) => query.get('page')),
      ).toEqual(['1', '1', '1']);
      server.seen.length = 0;
      data.requests[5].updatedAt = NOW + MINUTE_MS;
      state.now = NOW + 3 * HOUR_MS;
      expect(new Set(keys(await pullAll('merge-requests')))).toEqual(
        new Set(['gitlab.test/merge_requests/1006']),
      );
      expect(
        server.seen.map(({ query }) => query.get('updated_after')),
      ).toEqual([null, '2026-11-20T07:00:00.000Z']);
    });

    it('are all found where many changed in one second', async () => {
      const { pullAll } = await serve({ requests: requests(130, 1) });
      expect(new Set(keys(await pullAll('merge-requests'))).size).toBe(130);
    });

    it('that change while others are read are not missed', async () => {
      const { pullAll, server, data } = await serve({
        requests: requests(120),
      });
      let lists = 0;
      server.interventions.push(({ path }) => {
        lists += path.endsWith('/merge_requests') ? 1 : 0;
        if (lists === 2) {
          // One that is read already moves to the end, behind the reader's back.
          data.requests[119].updatedAt = NOW - 1000;
        }
        return undefined;
      });
      expect(new Set(keys(await pullAll('merge-requests'))).size).toBe(120);
    });

    it('go on in the middle after a failure, by the cursor', async () => {
      const { pullAll, pullPages, server } = await serve({
        requests: requests(120),
      });
      let lists = 0;
      server.interventions.push(({ path }) => {
        lists += path.endsWith('/merge_requests') ? 1 : 0;
        return lists === 2 ? { status: 503, body: {} } : undefined;
      });
      const before: string[] = [];
      await expect(
        pullPages('merge-requests', ({ events }) =>
          before.push(...keys(events)),
        ),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
      expect(new Set(before).size).toBe(50);
      server.interventions.pop();
      const after = keys(await pullAll('merge-requests'));
      expect(new Set(after).size).toBeLessThanOrEqual(71);
      expect(new Set([...before, ...after]).size).toBe(120);
    });
  });

  describe('agrees with the webhook of the same thing, so that both are one fact', () => {
    const project = {
      ...webhooks.project,
      id: 3,
      web_url: WEB_URL,
      git_http_url: `${WEB_URL}.git`,
      path_with_namespace: 'Acme/Shop',
    };
    const at = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
    const BEGAN = NOW - DAY_MS;
    const ENDED = NOW - DAY_MS + 10 * MINUTE_MS;

    const cases: [string, Partial<GitlabData>, object][] = [
      [
        'pipelines',
        { pipelines: [{ id: 31, createdAt: BEGAN, updatedAt: ENDED }] },
        webhooks.pipeline(
          {
            sha: SHA,
            created_at: at(BEGAN),
            finished_at: at(ENDED),
            duration: 580,
            queued_duration: 20,
            url: `${WEB_URL}/-/pipelines/31`,
          },
          {
            project,
            builds: [
              webhooks.build({
                created_at: at(BEGAN),
                started_at: at(BEGAN + 20_000),
                finished_at: at(ENDED),
              }),
            ],
          },
        ),
      ],
      [
        'deployments',
        {
          deployments: [
            {
              id: 15,
              createdAt: BEGAN,
              updatedAt: ENDED,
              environment: 'production/eu',
              tier: 'production',
              job: { id: 796, startedAt: BEGAN, finishedAt: ENDED },
            },
          ],
        },
        webhooks.deployment({
          project,
          status_changed_at: at(ENDED),
          deployable_url: `${WEB_URL}/-/jobs/796`,
          short_sha: SHA.slice(0, 8),
          commit_url: `${WEB_URL}/-/commit/${SHA}`,
        }),
      ],
      [
        'merge-requests',
        {
          requests: [
            {
              iid: 7,
              createdAt: BEGAN,
              updatedAt: NOW,
              state: 'merged',
              endedAt: ENDED,
              mergeCommit: SHA,
            },
          ],
        },
        webhooks.mergeRequest(
          {
            id: 1007,
            iid: 7,
            title: 'test1',
            source_branch: 'test1',
            author_id: 1,
            state: 'merged',
            action: 'merge',
            created_at: at(BEGAN),
            updated_at: at(ENDED),
            merge_commit_sha: SHA,
            last_commit: webhooks.commit(
              at(BEGAN),
              '8888888888888888888888888888888888888888',
            ),
            url: `${WEB_URL}/-/merge_requests/7`,
          },
          { project, user: { id: 1, username: 'root' } },
        ),
      ],
    ];

    it.each(cases)('%s', async (kind, data, payload) => {
      const [{ statements: said }] = gitlabSource().map(
        delivery(payload),
        context,
      );
      const { pullAll } = await serve(data);
      const [{ statements: pulled }] = await pullAll(kind);
      const { key, rank, occurredAt } = said[0];
      expect(pulled[0]).toMatchObject({ key, rank, occurredAt });
      const common = new Set(Object.keys(pulled[0].fields));
      const both = (fields: object) =>
        Object.fromEntries(
          Object.entries(fields).filter(
            ([name]) => common.has(name) && !name.startsWith('commitAt'),
          ),
        );
      expect(both(pulled[0].fields)).toMatchObject(both(said[0].fields));
      expect(Object.keys(both(said[0].fields)).length).toBeGreaterThan(7);
    });
  });

  it('rests when GitLab asks to, and then goes on', async () => {
    const { server, pullAll } = await serve({ requests: requests(1) });
    let limited = true;
    const reset = Math.ceil(Date.now() / 1000) + 40;
    server.interventions.push(({ path }) =>
      limited && path.endsWith('/merge_requests')
        ? {
            status: 429,
            headers: {
              'ratelimit-remaining': '0',
              'ratelimit-reset': String(reset),
            },
            body: 'Retry later',
          }
        : undefined,
    );
    await expect(pullAll('merge-requests')).rejects.toMatchObject({
      name: 'RetryLaterError',
      retryAt: reset * 1000,
    });
    limited = false;
    expect(await pullAll('merge-requests')).toHaveLength(1);
  });

  it.each([
    [401, 'AuthenticationError', /read_api/],
    [403, 'NotAllowedError', /read_api/],
    [404, 'NotFoundError', /name in the catalog/],
    [500, 'ServiceUnavailableError', /tried again/],
  ])('fails clearly with %p', async (status, name, message) => {
    const { server, pullAll } = await serve({});
    server.interventions.push(() => ({ status, body: { message: TOKEN } }));
    const error = await pullAll('pipelines').catch(caught => caught);
    expect(error).toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
    expect(error.message).not.toContain(TOKEN);
  });

  it('tells the member that is not as documented', async () => {
    const { server, pullAll } = await serve({});
    server.interventions.push(({ path }) =>
      path.endsWith('/deployments')
        ? { body: [{ id: 1, updated_at: 'soon' }] }
        : undefined,
    );
    await expect(pullAll('deployments')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(
        'no deployment as GitLab documents it: 0.updated_at',
      ),
    });
  });
});
