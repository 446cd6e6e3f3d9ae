import { ConfigReader } from '@backstage/config';
import type {
  ChangeFields,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import {
  configuredSources,
  type MappingContext,
  type PullPage,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { mapWorkflowRun } from '../domain/mapWorkflowRun';
import { workflowRunSchema } from '../domain/payloads';
import { githubServer, type GithubData } from './__testUtils__/githubServer';
import {
  HTML_URL,
  repository,
  workflowRun,
  type RunSample,
} from './__testUtils__/restSamples';
import { GithubPullSource } from './GithubPullSource';

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

describe('GithubPullSource', () => {
  const closing: (() => Promise<void>)[] = [];

  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  function fromConfig(
    host: string,
    url: string,
    pull: object | undefined = {},
  ): GithubPullSource | undefined {
    const config = new ConfigReader({
      integrations: {
        github: [{ host, apiBaseUrl: `${url}/api/v3`, token: TOKEN }],
      },
      maturity: {
        sources: { github: { entities: ['*'], ...(pull && { pull }) } },
      },
    } as any);
    const [settings] = configuredSources(config, 'github');
    return GithubPullSource.fromConfig({ settings, config });
  }

  async function serve(data: Partial<GithubData>, pull: object = {}) {
    const full: GithubData = {
      runs: [],
      deployments: [],
      requests: [],
      ...data,
    };
    const server = await githubServer(full);
    closing.push(server.close);
    const source = fromConfig(server.host, server.url, pull)!;
    const streams = await source.streams({
      names: async () => [
        'github.com/elsewhere/else',
        `${server.host}/acme/shop`,
        `${server.host}/not-a-repository`,
      ],
    });
    const state: { cursor?: string; now: EpochMs } = { now: NOW };

    /** Pulls to the end, keeping the cursor of every page, as the backend does. */
    async function pullAll(kind: string): Promise<SourceEvent[]> {
      const pages: PullPage[] = [];
      await pullPages(kind, page => pages.push(page));
      return pages.flatMap(({ events }) => events);
    }

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

    return { server, data: full, source, streams, state, pullAll, pullPages };
  }

  const keys = (events: readonly SourceEvent[]) =>
    events.flatMap(({ statements }) => statements.map(({ key }) => key));

  it('is off unless it is configured', () => {
    const [settings] = configuredSources(new ConfigReader({}), 'github');
    const config = new ConfigReader({});
    expect(GithubPullSource.fromConfig({ settings, config })).toBeUndefined();
  });

  it('has three streams for each repository of its hosts', async () => {
    const { source, streams, server } = await serve({});
    expect(source.everyMs).toBe(30 * MINUTE_MS);
    const name = `${server.host}/acme/shop`;
    expect(streams.map(({ id, subject }) => [id, subject])).toEqual([
      [
        `${name} runs`,
        {
          eventSource: `https://${name}`,
          aliases: [{ scheme: 'repository', value: name }],
          kinds: ['run'],
          onlyOnceSeen: true,
        },
      ],
      [
        `${name} deployments`,
        expect.objectContaining({ kinds: ['deployment'], onlyOnceSeen: true }),
      ],
      [
        `${name} pull-requests`,
        expect.objectContaining({ kinds: ['change'], onlyOnceSeen: false }),
      ],
    ]);
  });

  it.each([
    [{ repositories: ['Acme/Till'] }, ['github.test/acme/till runs']],
    [
      { repositories: ['github.test/acme/till'], host: 'GitHub.test' },
      ['github.test/acme/till runs'],
    ],
  ])('takes the repositories of %j instead', async (pull, expected) => {
    const source = fromConfig('github.test', 'http://127.0.0.1:1', {
      host: 'github.test',
      ...pull,
    })!;
    const streams = await source.streams({ names: async () => [] });
    expect(streams.map(({ id }) => id).filter(id => /runs$/.test(id))).toEqual(
      expected,
    );
  });

  it('says which repository is written in no way that it knows', () => {
    expect(() =>
      fromConfig('github.test', 'http://127.0.0.1:1', {
        repositories: ['shop'],
      }),
    ).toThrow(/github\.pull\.repositories holds 'shop'/);
  });

  it('has a problem without credentials, and pulls nothing', async () => {
    const source = fromConfig('github.test', 'http://127.0.0.1:1', {
      host: 'github.com',
      repositories: ['acme/shop'],
    })!;
    expect(source.problem).toBe(
      'integrations.github has no token and no app for github.com: add one, maturity.sources.github.pull reads with it',
    );
    expect(await source.streams({ names: async () => [] })).toEqual([]);
  });

  it('sends the credentials of the integration', async () => {
    const { server, pullAll } = await serve({});
    await pullAll('runs');
    expect(server.seen[0].headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      accept: 'application/vnd.github+json',
    });
  });

  describe('runs', () => {
    it('say what the webhook of the same run says', async () => {
      const sample = { id: 7, createdAt: NOW - DAY_MS };
      const { server, pullAll } = await serve({ runs: [sample] });
      const [event] = await pullAll('runs');
      expect(event).toEqual({
        eventSource: HTML_URL,
        eventId:
          'rest Acme/Shop/actions/runs/7 attempt 1 completed success 2026-11-19T08:10:00.000Z',
        contents: event.eventId,
        type: 'com.github.rest.workflow_run',
        subject: 'Acme/Shop/actions/runs/7',
        occurredAt: NOW - DAY_MS + 10 * MINUTE_MS,
        aliases: [{ scheme: 'repository', value: `${server.host}/acme/shop` }],
        statements: mapWorkflowRun(
          workflowRunSchema.parse({
            action: 'completed',
            workflow: { name: 'Build' },
            workflow_run: workflowRun(sample),
            repository: repository(),
          }),
        ).statements,
        envelope: { pulled: true, repository: 'Acme/Shop' },
      });
      expect(event.statements[0].fields).toMatchObject({
        outcome: 'success',
        trunk: true,
      });
    });

    it('are read page by page, and later only the new ones', async () => {
      const runs: RunSample[] = Array.from({ length: 250 }, (_, index) => ({
        id: index + 1,
        createdAt: NOW - (index + 1) * 6 * HOUR_MS,
      }));
      const { server, pullAll, state, data } = await serve({ runs });
      expect(keys(await pullAll('runs'))).toHaveLength(250);
      expect(server.asked()).toEqual([
        '/api/v3/repos/acme/shop',
        ...[1, 2, 3].map(
          page =>
            `/api/v3/repos/acme/shop/actions/runs?created=2026-08-22T08:00:00Z..2026-11-20T08:00:00Z&per_page=100&page=${page}`,
        ),
      ]);
      server.seen.length = 0;
      data.runs.push({ id: 999, createdAt: NOW + 5 * MINUTE_MS });
      state.now = NOW + 30 * MINUTE_MS;
      expect(keys(await pullAll('runs'))).toEqual(['999']);
      // What is known of the repository is believed for an hour.
      expect(server.asked()).toEqual([
        '/api/v3/repos/acme/shop/actions/runs?created=2026-11-20T07:00:00Z..2026-11-20T08:30:00Z&per_page=100&page=1',
      ]);
    });

    it('are all found where there are more than GitHub hands out', async () => {
      const runs: RunSample[] = Array.from({ length: 3500 }, (_, index) => ({
        id: index + 1,
        // Most of them on one day.
        createdAt:
          NOW - (index < 2500 ? index * 30_000 : (index - 2400) * HOUR_MS),
      }));
      const { server, pullAll } = await serve({ runs });
      expect(new Set(keys(await pullAll('runs'))).size).toBe(3500);
      expect(server.seen.length).toBeLessThan(80);
    });

    it('go on in the middle after a failure, by the cursor', async () => {
      const runs: RunSample[] = Array.from({ length: 250 }, (_, index) => ({
        id: index + 1,
        createdAt: NOW - (index + 1) * HOUR_MS,
      }));
      const { server, pullAll, pullPages } = await serve({ runs });
      server.interventions.push(({ query }) =>
        query.get('page') === '3' ? { status: 502, body: {} } : undefined,
      );
      const before: string[] = [];
      await expect(
        pullPages('runs', ({ events }) => before.push(...keys(events))),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
      expect(before).toHaveLength(200);
      server.interventions.pop();
      server.seen.length = 0;
      const after = keys(await pullAll('runs'));
      expect(after).toHaveLength(50);
      expect(new Set([...before, ...after]).size).toBe(250);
      expect(server.asked()[0]).toContain('page=3');
    });

    it('rest when GitHub asks to, and then go on', async () => {
      const { server, pullAll } = await serve({
        runs: [{ id: 1, createdAt: NOW - DAY_MS }],
      });
      let limited = true;
      server.interventions.push(({ path }) =>
        limited && path.endsWith('/runs')
          ? { status: 429, headers: { 'retry-after': '30' }, body: {} }
          : undefined,
      );
      const error = await pullAll('runs').catch(caught => caught);
      expect(error.name).toBe('RetryLaterError');
      expect(error.retryAt - Date.now()).toBeGreaterThan(25_000);
      limited = false;
      expect(keys(await pullAll('runs'))).toEqual(['1']);
    });

    it.each([
      [401, 'AuthenticationError'],
      [404, 'NotFoundError'],
      [500, 'ServiceUnavailableError'],
    ])('fail clearly with %p', async (status, name) => {
      const { server, pullAll } = await serve({});
      server.interventions.push(() => ({ status, body: { message: TOKEN } }));
      const error = await pullAll('runs').catch(caught => caught);
      expect(error.name).toBe(name);
      expect(error.message).not.toContain(TOKEN);
      expect(error.message).toContain('/repos/acme/shop');
    });

    it('that had not ended are looked at until they have', async () => {
      const running: RunSample = {
        id: 5,
        createdAt: NOW - 3 * HOUR_MS,
        updatedAt: NOW - 2 * HOUR_MS,
        status: 'in_progress',
      };
      const { server, pullAll, state, data } = await serve({ runs: [running] });
      expect((await pullAll('runs'))[0].statements[0]).toMatchObject({
        key: '5',
        rank: 1,
      });
      // Older than the overlap, so no list has it any more.
      data.runs[0] = { ...running, status: 'completed', updatedAt: NOW };
      state.now = NOW + 30 * MINUTE_MS;
      const [ended, ...others] = await pullAll('runs');
      expect(others).toEqual([]);
      expect(ended.statements[0]).toMatchObject({
        key: '5',
        rank: 2,
        fields: { finishedAt: NOW, outcome: 'success' },
      });
      server.seen.length = 0;
      state.now = NOW + HOUR_MS;
      expect(await pullAll('runs')).toEqual([]);
      expect(server.asked().filter(path => /runs\/5$/.test(path))).toEqual([]);
    });

    it('that were deleted are forgotten', async () => {
      const { pullAll, state, data } = await serve({
        runs: [{ id: 5, createdAt: NOW - 3 * HOUR_MS, status: 'queued' }],
      });
      await pullAll('runs');
      data.runs.length = 0;
      state.now = NOW + 30 * MINUTE_MS;
      expect(await pullAll('runs')).toEqual([]);
      expect(JSON.parse(state.cursor!).open).toEqual([]);
    });

    it('have an event for each of their attempts', async () => {
      const first: RunSample = {
        id: 9,
        createdAt: NOW - DAY_MS,
        conclusion: 'failure',
      };
      const { pullAll } = await serve({
        runs: [
          first,
          {
            ...first,
            conclusion: 'success',
            attempt: 2,
            startedAt: NOW - HOUR_MS,
            updatedAt: NOW - 30 * MINUTE_MS,
          },
        ],
      });
      expect(
        (await pullAll('runs')).map(({ statements: [{ key, fields }] }) => [
          key,
          (fields as { outcome?: string }).outcome,
        ]),
      ).toEqual([
        ['9', 'failure'],
        ['9#2', 'success'],
      ]);
    });

    it('that are run again days later are found within a day', async () => {
      const first: RunSample = {
        id: 9,
        createdAt: NOW - 3 * DAY_MS,
        conclusion: 'failure',
      };
      const { pullAll, state, data } = await serve({ runs: [first] });
      await pullAll('runs');
      data.runs.push({
        ...first,
        conclusion: 'success',
        attempt: 2,
        updatedAt: NOW + HOUR_MS,
      });
      state.now = NOW + 2 * HOUR_MS;
      expect(await pullAll('runs')).toEqual([]);
      state.now = NOW + DAY_MS;
      expect(keys(await pullAll('runs'))).toEqual(['9', '9#2']);
      state.now = NOW + DAY_MS + 2 * HOUR_MS;
      expect(await pullAll('runs')).toEqual([]);
    });

    it('of another shape are told by their member', async () => {
      const { server, pullAll } = await serve({});
      server.interventions.push(({ path }) =>
        path.endsWith('/runs')
          ? {
              body: {
                total_count: 1,
                workflow_runs: [{ id: 'x', secret: TOKEN }],
              },
            }
          : undefined,
      );
      await expect(pullAll('runs')).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(
          /no workflow run as GitHub documents it: id: (?!.*token)/,
        ),
      });
    });

    it('begin anew with a cursor that nobody can read', async () => {
      const { pullAll, state } = await serve({
        runs: [{ id: 1, createdAt: NOW - DAY_MS }],
      });
      state.cursor = 'of another release';
      expect(keys(await pullAll('runs'))).toEqual(['1']);
    });
  });

  describe('deployments', () => {
    const deployed = (id: number, at: EpochMs, state = 'success') => ({
      id,
      createdAt: at,
      statuses: [
        { id: id * 10, state: 'in_progress', at: at + MINUTE_MS },
        { id: id * 10 + 1, state, at: at + 5 * MINUTE_MS },
      ],
    });

    it('have an event for each of their statuses', async () => {
      const { pullAll } = await serve({
        deployments: [deployed(42, NOW - DAY_MS)],
      });
      const events = await pullAll('deployments');
      expect(events.map(({ eventId }) => eventId)).toEqual([
        'rest Acme/Shop/deployments/42 status 421',
        'rest Acme/Shop/deployments/42 status 420',
      ]);
      expect(events[0].statements).toEqual([
        {
          kind: 'deployment',
          key: '42',
          rank: 2,
          occurredAt: NOW - DAY_MS + 5 * MINUTE_MS,
          fields: {
            environment: 'production',
            tier: 'production',
            service: 'Acme/Shop',
            commit: 'a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d',
            purpose: 'planned',
            finishedAt: NOW - DAY_MS + 5 * MINUTE_MS,
            outcome: 'success',
          },
        },
      ]);
      expect(events[1].statements[0]).toMatchObject({ key: '42', rank: 1 });
    });

    it('that a workflow executes say so, with the attempt of that time', async () => {
      const run: RunSample = {
        id: 7,
        createdAt: NOW - DAY_MS,
        startedAt: NOW - DAY_MS,
        event: 'workflow_dispatch',
      };
      const { pullAll, server } = await serve({
        runs: [run, { ...run, attempt: 2, startedAt: NOW - HOUR_MS }],
        deployments: [
          {
            id: 1,
            createdAt: NOW - DAY_MS,
            statuses: [
              {
                id: 10,
                state: 'failure',
                at: NOW - DAY_MS + 5 * MINUTE_MS,
                run: 7,
              },
            ],
          },
          {
            id: 2,
            createdAt: NOW - HOUR_MS,
            statuses: [
              {
                id: 20,
                state: 'success',
                at: NOW - HOUR_MS + 5 * MINUTE_MS,
                run: 7,
              },
            ],
          },
        ],
      });
      const events = await pullAll('deployments');
      expect(
        events.map(({ statements: [{ key, fields }] }) => [key, fields]),
      ).toEqual([
        [
          '2',
          expect.objectContaining({
            execution: 'pipeline',
            startedBy: 'person',
            pipeline: 'Acme/Shop / Build',
            run: '7#2',
            outcome: 'success',
          }),
        ],
        ['1', expect.objectContaining({ run: '7', outcome: 'failure' })],
      ]);
      // The run is read once, however many link to it.
      expect(server.asked().filter(path => /runs\/7$/.test(path))).toHaveLength(
        1,
      );
    });

    it('whose run was deleted have an unknown executor', async () => {
      const { pullAll } = await serve({
        deployments: [
          {
            id: 1,
            createdAt: NOW - DAY_MS,
            statuses: [
              { id: 10, state: 'success', at: NOW - DAY_MS, run: 404 },
            ],
          },
        ],
      });
      const [{ statements }] = await pullAll('deployments');
      expect(statements[0].fields).not.toHaveProperty('execution');
    });

    it('are read down to what is known', async () => {
      const deployments = Array.from({ length: 70 }, (_, index) =>
        deployed(index + 1, NOW - (index + 1) * 2 * DAY_MS),
      );
      const { pullAll, server, state, data } = await serve({ deployments });
      // Of the last ninety days, so a part of them.
      expect(new Set(keys(await pullAll('deployments'))).size).toBe(45);
      const lists = () =>
        server.asked().filter(path => path.includes('/deployments?'));
      expect(lists()).toHaveLength(2);
      server.seen.length = 0;
      data.deployments.push(deployed(99, NOW + MINUTE_MS));
      state.now = NOW + HOUR_MS;
      expect(new Set(keys(await pullAll('deployments')))).toEqual(
        new Set(['99']),
      );
      expect(lists()).toHaveLength(1);
    });

    it('that had not ended are looked at until they have', async () => {
      const waiting = {
        id: 3,
        createdAt: NOW - 5 * HOUR_MS,
        statuses: [{ id: 30, state: 'waiting', at: NOW - 5 * HOUR_MS }],
      };
      const { pullAll, state, data } = await serve({ deployments: [waiting] });
      await pullAll('deployments');
      data.deployments[0] = {
        ...waiting,
        statuses: [
          ...waiting.statuses,
          { id: 31, state: 'success', at: NOW + MINUTE_MS },
        ],
      };
      state.now = NOW + 2 * HOUR_MS;
      const events = await pullAll('deployments');
      expect(events[0].statements[0]).toMatchObject({
        key: '3',
        rank: 2,
        fields: { finishedAt: NOW + MINUTE_MS },
      });
      state.now = NOW + 4 * HOUR_MS;
      expect(await pullAll('deployments')).toEqual([]);
    });

    it('that another took over say nothing of how they went', async () => {
      const { pullAll } = await serve({
        deployments: [
          {
            id: 1,
            createdAt: NOW - DAY_MS,
            statuses: [
              { id: 10, state: 'success', at: NOW - DAY_MS },
              { id: 11, state: 'inactive', at: NOW - HOUR_MS },
            ],
          },
        ],
      });
      expect((await pullAll('deployments')).map(e => e.eventId)).toEqual([
        'rest Acme/Shop/deployments/1 status 10',
      ]);
    });
  });

  describe('pull requests', () => {
    it('that were merged bring their commits', async () => {
      const { pullAll } = await serve({
        requests: [
          {
            number: 3,
            createdAt: NOW - 2 * DAY_MS,
            updatedAt: NOW - DAY_MS,
            mergedAt: NOW - DAY_MS,
            state: 'closed',
            commits: [NOW - 4 * DAY_MS, NOW - 5 * DAY_MS],
          },
        ],
      });
      const [event, ...others] = await pullAll('pull-requests');
      expect(others).toEqual([]);
      expect(event.eventId).toBe(
        'rest Acme/Shop/pull/3 closed 2026-11-19T08:00:00.000Z 2 commits not approved',
      );
      expect(event.statements).toEqual([
        {
          kind: 'change',
          key: 'acme/shop#3',
          rank: 2,
          occurredAt: NOW - DAY_MS,
          fields: expect.objectContaining({
            form: 'request',
            trunk: true,
            author: 'hash of octocat',
            bot: false,
            commits: 2,
            firstCommitAt: NOW - 5 * DAY_MS,
            mergedAt: NOW - DAY_MS,
            approved: false,
            workItems: 0,
            mergeSha: 'e5bd3914e2e596debea16f433f57875b5b90bcd6',
          }),
        },
      ]);
      expect(JSON.stringify(event)).not.toMatch(/"octocat"|Octo Cat/);
    });

    it('of more commits than are read count none of them', async () => {
      const { pullAll } = await serve({
        requests: [
          {
            number: 3,
            createdAt: NOW - 2 * DAY_MS,
            updatedAt: NOW - DAY_MS,
            mergedAt: NOW - DAY_MS,
            state: 'closed',
            commits: Array.from({ length: 120 }, () => NOW - 3 * DAY_MS),
          },
        ],
      });
      const [{ statements }] = await pullAll('pull-requests');
      expect(statements[0].fields).not.toHaveProperty('commits');
      expect(statements[0].fields).not.toHaveProperty('firstCommitAt');
    });

    it('that were merged bring their reviews', async () => {
      const merged = {
        number: 3,
        createdAt: NOW - 2 * DAY_MS,
        updatedAt: NOW - DAY_MS,
        mergedAt: NOW - DAY_MS,
        state: 'closed' as const,
        body: 'Closes #2',
      };
      const review = { state: 'APPROVED', by: 'hubot', at: NOW - 30 * HOUR_MS };
      const { pullAll, server } = await serve({
        requests: [
          { ...merged, reviews: [review] },
          { ...merged, number: 4, reviews: Array(120).fill(review) },
        ],
      });
      const events = await pullAll('pull-requests');
      expect(
        events.map(({ eventId, statements: [{ fields }] }) => [
          eventId,
          (fields as ChangeFields).approved,
          (fields as ChangeFields).workItems,
        ]),
      ).toEqual([
        [expect.stringMatching(/0 commits approved$/), true, 1],
        // Of so many a page does not tell the last.
        [expect.stringMatching(/0 commits$/), undefined, 1],
      ]);
      expect(JSON.stringify(events)).not.toContain('"hubot"');
      // One request for each, whatever its pages.
      expect(
        server.asked().filter(path => path.includes('/reviews')),
      ).toHaveLength(2);
    });

    it('that are open ask for no reviews', async () => {
      const { pullAll, server } = await serve({
        requests: [
          { number: 4, createdAt: NOW - DAY_MS, updatedAt: NOW - HOUR_MS },
        ],
      });
      const [{ statements }] = await pullAll('pull-requests');
      expect(statements[0].fields).not.toHaveProperty('approved');
      expect(server.asked().filter(p => p.includes('/reviews'))).toEqual([]);
    });

    it('that are open are not closed, whatever was said before', async () => {
      const { pullAll } = await serve({
        requests: [
          { number: 4, createdAt: NOW - DAY_MS, updatedAt: NOW - HOUR_MS },
        ],
      });
      const [{ statements }] = await pullAll('pull-requests');
      expect(statements).toEqual([
        expect.objectContaining({ rank: 1 }),
        expect.objectContaining({ rank: 2, clears: ['closedAt'], fields: {} }),
      ]);
    });

    it('that were closed without a merge were not merged', async () => {
      const { pullAll, server } = await serve({
        requests: [
          {
            number: 5,
            createdAt: NOW - DAY_MS,
            updatedAt: NOW - HOUR_MS,
            state: 'closed',
          },
        ],
      });
      const [{ statements }] = await pullAll('pull-requests');
      expect(statements[0].fields).toMatchObject({ closedAt: NOW - HOUR_MS });
      expect(statements[0].fields).not.toHaveProperty('mergedAt');
      expect(server.asked().filter(p => p.includes('/commits'))).toEqual([]);
    });

    it('that change while others are read are not missed', async () => {
      const requests = Array.from({ length: 120 }, (_, index) => ({
        number: index + 1,
        createdAt: NOW - 80 * DAY_MS,
        updatedAt: NOW - (index + 1) * HOUR_MS,
      }));
      const { pullAll, server, state, data } = await serve({ requests });
      server.interventions.push(({ query }) => {
        if (query.get('page') === '2' && data.requests[119].updatedAt < NOW) {
          // The last one moves to the top, behind the reader's back.
          data.requests[119].updatedAt = NOW + 1000;
        }
        return undefined;
      });
      const first = await pullAll('pull-requests');
      expect(new Set(keys(first)).size).toBe(119);
      state.now = NOW + MINUTE_MS;
      const second = await pullAll('pull-requests');
      expect(keys(second)).toContain('acme/shop#120');
    });

    it('go on in the middle after a failure, by the cursor', async () => {
      const requests = Array.from({ length: 120 }, (_, index) => ({
        number: index + 1,
        createdAt: NOW - 80 * DAY_MS,
        updatedAt: NOW - (index + 1) * HOUR_MS,
      }));
      const { pullAll, pullPages, server } = await serve({ requests });
      server.interventions.push(({ query }) =>
        query.get('page') === '2' ? { status: 500, body: {} } : undefined,
      );
      await expect(pullPages('pull-requests', () => {})).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      server.interventions.pop();
      expect(new Set(keys(await pullAll('pull-requests'))).size).toBe(70);
    });
  });
});
