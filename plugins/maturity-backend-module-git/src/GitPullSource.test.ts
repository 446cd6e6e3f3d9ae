import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type {
  MappingContext,
  PullPage,
  SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import {
  initRepository,
  temporaryDirectory,
  type WorkTree,
} from './__testUtils__/repositories';
import { GitPullSource } from './GitPullSource';

jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 20, 8);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const context: MappingContext = {
  tierOf: environment =>
    environment === 'production' ? 'production' : undefined,
  pseudonym: person => person && `hash of ${person}`,
};

describe('GitPullSource', () => {
  const root = temporaryDirectory();
  let count = 0;
  let tree: WorkTree;

  beforeEach(() => {
    count += 1;
    // A space, which addresses must not trip over.
    tree = initRepository(path.join(root, `shop ${count}`));
  });

  function open(repository: object = {}, source: object = {}) {
    const config = new ConfigReader({
      pull: {},
      cacheDirectory: path.join(root, `cache ${count}`),
      repositories: [
        {
          path: tree.directory,
          entityRef: 'component:default/shop',
          ...repository,
        },
      ],
      ...source,
    } as any);
    return GitPullSource.fromConfig({
      id: 'git',
      key: 'maturity.sources.git',
      config,
    })!;
  }

  /** Pulls to the end, or to the number of pages, and keeps the cursor. */
  function reader(source: GitPullSource) {
    const state: { cursor?: string; now: EpochMs } = { now: NOW };
    return {
      state,
      async pull(most = Infinity): Promise<SourceEvent[]> {
        const [stream] = await source.streams();
        const pages: PullPage[] = [];
        const { signal } = new AbortController();
        const { cursor, now } = state;
        for await (const page of stream.pull({
          cursor,
          now,
          context,
          signal,
        })) {
          state.cursor = page.cursor;
          pages.push(page);
          if (pages.length === most) {
            break;
          }
        }
        return pages.flatMap(({ events }) => events);
      },
    };
  }

  const changes = (events: readonly SourceEvent[]) =>
    events.map(
      ({ statements: [{ fields }] }) => fields as Record<string, unknown>,
    );

  it('is off unless it is configured', () => {
    expect(
      GitPullSource.fromConfig({ id: 'git', key: 'maturity.sources.git' }),
    ).toBeUndefined();
    expect(open({}, { repositories: [] }).problem).toBe(
      'maturity.sources.git.repositories is empty: list the repositories to read',
    );
  });

  it('reads direct commits as changes of the trunk', async () => {
    const sha = tree.commit({
      subject: 'Fix the till',
      at: NOW - DAY_MS,
      authoredAt: NOW - 2 * DAY_MS,
      email: '583231+octocat@users.noreply.github.com',
    });
    const events = await reader(open()).pull();
    expect(events).toEqual([
      {
        eventSource: `file://${encodeURI(tree.directory)}`,
        eventId: `refs/heads/main ${sha}`,
        contents: `refs/heads/main ${sha}`,
        type: 'git.commit',
        subject: `${tree.directory} refs/heads/main ${sha}`,
        occurredAt: NOW - DAY_MS,
        entityRef: 'component:default/shop',
        aliases: [],
        statements: [
          {
            kind: 'change',
            key: `${tree.directory} refs/heads/main ${sha}`,
            rank: 2,
            occurredAt: NOW - DAY_MS,
            fields: {
              form: 'push',
              title: 'Fix the till',
              branch: 'main',
              targetBranch: 'main',
              trunk: true,
              author: 'hash of octocat',
              createdAt: NOW - DAY_MS,
              commits: 1,
              firstCommitAt: NOW - 2 * DAY_MS,
              mergedAt: NOW - DAY_MS,
              headSha: sha,
              mergeSha: sha,
            },
          },
        ],
        envelope: { pulled: true, branch: 'main', commit: sha, form: 'commit' },
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Octo Cat|noreply/);
  });

  it('reads a merge as one change with all that it brought', async () => {
    tree.commit({ subject: 'Begin', at: NOW - 20 * DAY_MS });
    tree.git('checkout', '--quiet', '-b', 'feature');
    tree.commit({ subject: 'One', at: NOW - 5 * DAY_MS });
    tree.commit({ subject: 'Two', at: NOW - 4 * DAY_MS });
    tree.git('checkout', '--quiet', 'main');
    tree.commit({ subject: 'Meanwhile', at: NOW - 3 * DAY_MS });
    tree.merge('feature', { subject: 'Merge feature', at: NOW - 2 * DAY_MS });
    const read = changes(await reader(open()).pull());
    expect(
      read.map(({ title, commits, firstCommitAt }) => [
        title,
        commits,
        firstCommitAt,
      ]),
    ).toEqual([
      ['Begin', 1, NOW - 20 * DAY_MS],
      ['Meanwhile', 1, NOW - 3 * DAY_MS],
      ['Merge feature', 3, NOW - 5 * DAY_MS],
    ]);
  });

  it('goes on where it was, and finds nothing new in silence', async () => {
    tree.commit({ subject: 'One', at: NOW - 2 * DAY_MS });
    const { pull, state } = reader(open());
    expect(await pull()).toHaveLength(1);
    expect(await pull()).toEqual([]);
    tree.commit({ subject: 'Two', at: NOW });
    state.now = NOW + MINUTE_MS;
    expect(changes(await pull()).map(({ title }) => title)).toEqual(['Two']);
  });

  it('goes on in the middle of a long history, by the cursor', async () => {
    for (let index = 0; index < 205; index += 1) {
      tree.commit({ subject: `${index}`, at: NOW - (300 - index) * MINUTE_MS });
    }
    const first = reader(open());
    expect(await first.pull(1)).toHaveLength(200);
    // In another process, with the copy that the first one made.
    const second = reader(open());
    second.state.cursor = first.state.cursor;
    expect(changes(await second.pull()).map(({ title }) => title)).toEqual([
      '200',
      '201',
      '202',
      '203',
      '204',
    ]);
  });

  it('looks no further back than it is told', async () => {
    tree.commit({ subject: 'Old', at: NOW - 91 * DAY_MS });
    tree.commit({ subject: 'New', at: NOW - 89 * DAY_MS });
    const { pull, state } = reader(open());
    expect(changes(await pull()).map(({ title }) => title)).toEqual(['New']);
    expect(JSON.parse(state.cursor!)).toMatchObject({
      since: NOW - 90 * DAY_MS,
    });
  });

  it('reads a history that was rewritten again', async () => {
    tree.commit({ subject: 'One', at: NOW - 2 * DAY_MS });
    tree.commit({ subject: 'Two', at: NOW - DAY_MS });
    const { pull } = reader(open());
    await pull();
    tree.git('reset', '--quiet', '--hard', 'HEAD~1');
    tree.commit({ subject: 'Other', at: NOW - DAY_MS });
    expect(changes(await pull()).map(({ title }) => title)).toEqual([
      'One',
      'Other',
    ]);
  });

  it('reads the branch that is configured', async () => {
    tree.commit({ subject: 'Main', at: NOW - 2 * DAY_MS });
    tree.git('checkout', '--quiet', '-b', 'trunk');
    const sha = tree.commit({ subject: 'Trunk', at: NOW - DAY_MS });
    tree.git('checkout', '--quiet', 'main');
    const events = await reader(open({ branch: 'trunk' })).pull();
    expect(events[1].statements[0].key).toBe(
      `${tree.directory} refs/heads/trunk ${sha}`,
    );
  });

  it('finds the default branch again when it is renamed', async () => {
    tree.commit({ subject: 'One', at: NOW - DAY_MS });
    const { pull } = reader(open());
    await pull();
    tree.git('branch', '-m', 'main', 'trunk');
    await expect(pull()).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(changes(await pull())).toEqual([
      expect.objectContaining({ branch: 'trunk' }),
    ]);
  });

  it('makes deployments of tags only where it is configured', async () => {
    const sha = tree.commit({ subject: 'One', at: NOW - 3 * DAY_MS });
    tree.tag('v1.0', { message: 'First', at: NOW - 2 * DAY_MS });
    tree.tag('v1.1');
    tree.tag('other');
    expect(
      (await reader(open()).pull()).flatMap(({ statements }) => statements),
    ).toHaveLength(1);

    const { pull, state } = reader(
      open({ deployments: { tags: 'v*', environment: 'production' } }),
    );
    const tags = (events: readonly SourceEvent[]) =>
      events.filter(({ type }) => type === 'git.tag');
    const read = tags(await pull());
    expect(read.map(({ statements: [statement] }) => statement)).toEqual([
      {
        kind: 'deployment',
        key: `${tree.directory} refs/tags/v1.0`,
        rank: 2,
        occurredAt: NOW - 2 * DAY_MS,
        fields: {
          environment: 'production',
          tier: 'production',
          service: tree.directory,
          version: 'v1.0',
          commit: sha,
          finishedAt: NOW - 2 * DAY_MS,
          outcome: 'success',
        },
      },
      expect.objectContaining({
        key: `${tree.directory} refs/tags/v1.1`,
        // Without a message it has the time of its commit.
        occurredAt: NOW - 3 * DAY_MS,
      }),
    ]);
    expect(await pull()).toEqual([]);
    tree.tag('v2.0', { message: 'Second', at: NOW });
    state.now = NOW + MINUTE_MS;
    expect(tags(await pull()).map(({ eventId }) => eventId)).toContain(
      `refs/tags/v2.0 ${sha} ${NOW} production`,
    );
  });

  it('connects changes, and deployments where tags are', async () => {
    const subject = async (repository: object) =>
      (await open(repository).streams())[0].subject;
    expect(await subject({})).toMatchObject({
      kinds: ['change'],
      entityRef: 'component:default/shop',
    });
    expect(
      await subject({
        deployments: { tags: 'v*', environment: 'live' },
      }),
    ).toMatchObject({
      kinds: ['change', 'deployment'],
    });
  });

  it('leaves files on the server', async () => {
    fs.writeFileSync(path.join(tree.directory, 'big.txt'), 'x'.repeat(10_000));
    tree.git('add', 'big.txt');
    tree.commit({ subject: 'Big', at: NOW - DAY_MS });
    await reader(open()).pull();
    const [copy] = fs.readdirSync(path.join(root, `cache ${count}`));
    const objects = tree.git(
      `--git-dir=${path.join(root, `cache ${count}`, copy)}`,
      'cat-file',
      '--batch-all-objects',
      '--batch-check=%(objecttype)',
    );
    expect(new Set(objects.split('\n'))).toEqual(new Set(['commit']));
  });

  it('clones all where the server leaves nothing out', async () => {
    tree.git('config', 'uploadpackfilter.allow', 'false');
    tree.commit({ subject: 'One', at: NOW - DAY_MS });
    expect(await reader(open()).pull()).toHaveLength(1);
  });

  it('makes a copy anew that is broken', async () => {
    tree.commit({ subject: 'One', at: NOW - DAY_MS });
    const { pull } = reader(open());
    await pull();
    const cache = path.join(root, `cache ${count}`);
    const [copy] = fs.readdirSync(cache);
    fs.rmSync(path.join(cache, copy, 'HEAD'));
    tree.commit({ subject: 'Two', at: NOW });
    await expect(pull()).rejects.toMatchObject({
      message: expect.stringContaining('cloned anew'),
    });
    expect(changes(await pull()).map(({ title }) => title)).toEqual(['Two']);
    expect(fs.readdirSync(cache)).toHaveLength(1);
  });

  it('trusts no directory that others may write to', async () => {
    const cache = path.join(root, `shared ${count}`);
    fs.mkdirSync(cache);
    fs.chmodSync(cache, 0o777);
    tree.commit({ subject: 'One', at: NOW - DAY_MS });
    await expect(
      reader(open({}, { cacheDirectory: cache })).pull(),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('cacheDirectory'),
    });
  });

  it.each([
    ['an empty repository', {}, /./],
    ['a branch that is not there', { branch: 'nope' }, /check its url/],
    ['no repository', { path: '/nowhere/at/all' }, /nowhere/],
  ])('says what is wrong with %s', async (_, repository, message) => {
    if ('branch' in repository) {
      tree.commit({ subject: 'One', at: NOW - DAY_MS });
    }
    await expect(reader(open(repository)).pull()).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(message),
    });
  });

  it('says that git is not installed', async () => {
    const { PATH } = process.env;
    process.env.PATH = root;
    try {
      await expect(open().streams()).rejects.toThrow('git is not installed');
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('ends when it is told to', async () => {
    tree.commit({ subject: 'One', at: NOW - DAY_MS });
    const [stream] = await open().streams();
    const controller = new AbortController();
    controller.abort();
    const pages = stream.pull({ now: NOW, context, signal: controller.signal });
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  describe('over HTTP', () => {
    const SECRET = 'nobody-may-see-this';
    const expected = `Basic ${Buffer.from(`reader:${SECRET}`).toString(
      'base64',
    )}`;
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      const { authorization } = request.headers;
      seen.push(authorization);
      if (authorization !== expected) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="Forge"' });
        response.end();
        return;
      }
      // The plain protocol, for which the repository is just files.
      const file = path.join(
        tree.directory,
        '.git',
        new URL(request.url!, 'http://x').pathname.replace(
          '/acme/shop.git',
          '',
        ),
      );
      const found = fs.existsSync(file) && fs.statSync(file).isFile();
      response.writeHead(found ? 200 : 404);
      response.end(found ? fs.readFileSync(file) : '');
    });
    let host: string;

    beforeAll(async () => {
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    afterAll(async () => {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    });

    const openUrl = (credentials: string) =>
      open({
        path: undefined,
        entityRef: undefined,
        url: `http://${credentials}${host}/Acme/Shop.git`.replace(
          'Acme/Shop',
          'acme/shop',
        ),
      });

    it('brings credentials, and keys as of the same push at GitHub', async () => {
      const sha = tree.commit({ subject: 'One', at: NOW - DAY_MS });
      tree.git('update-server-info');
      const [event] = await reader(openUrl(`reader:${SECRET}@`)).pull();
      expect(event).toMatchObject({
        eventSource: `https://${host}/acme/shop`,
        aliases: [{ scheme: 'repository', value: `${host}/acme/shop` }],
        statements: [{ key: `acme/shop refs/heads/main ${sha}` }],
      });
      expect(new Set(seen)).toEqual(new Set([expected]));
      const cache = path.join(root, `cache ${count}`);
      const [copy] = fs.readdirSync(cache);
      expect(fs.readFileSync(path.join(cache, copy, 'config'), 'utf8')).toEqual(
        expect.not.stringContaining(SECRET),
      );
    });

    it.each([
      ['wrong:', 'with wrong ones'],
      ['', 'without'],
    ])('names what to configure %s', async credentials => {
      const given = credentials && `reader:${credentials}${SECRET}@`;
      const error = await reader(openUrl(given))
        .pull()
        .catch(caught => caught);
      expect(error.name).toBe('AuthenticationError');
      expect(error.message).toContain('give credentials in its url');
      expect(`${error.stack}`).not.toContain(SECRET);
    });
  });
});
