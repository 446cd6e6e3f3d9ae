import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  maturityOperationsManagePermission,
  maturityOperationsReadPermission,
  type SourceStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  createScene,
  HOUR_MS,
  payments,
  START,
} from '../assessment/__testUtils__/scene';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  incoming,
  knowEntities,
  runEvent,
} from '../facts/__testUtils__/events';
import { DatabaseEventStore } from '../facts';
import { createPortal, type Portal } from '../__testUtils__/createPortal';
import { testSources } from './__testUtils__/sources';

jest.setTimeout(60_000);

const SOURCES = '/v1/operations/sources';

describe.each(CONTRACT_DATABASES)('sources on %s', name => {
  const databases = contractDatabases();
  const configured = testSources();
  let portal: Portal;

  const stream = (id: string, state: string) => ({
    source: 'github',
    stream: id,
    state,
    listed: 1,
    next_at: START,
  });

  beforeAll(async () => {
    const scene = await createScene(await databases.create(name));
    await knowEntities(scene.knex, [payments]);
    portal = createPortal(scene, configured);
    await portal.ingest(
      runEvent({ id: 'r1', key: 'r1', fields: { outcome: 'success' } }),
      incoming({ eventId: 'u1', aliases: [{ scheme: 'service', value: 's' }] }),
    );
    await portal.ingest(
      incoming({ eventId: 'u1', aliases: [], subject: 'other' }),
    );
    const store = DatabaseEventStore.create(scene);
    await store.append({
      source: { name: 'left', entities: 'all' },
      events: [incoming({ eventId: 'l1' })],
      receivedAt: START - HOUR_MS,
    });
    await scene
      .knex('pull_stream')
      .insert([
        stream('acme/a runs', 'current'),
        stream('acme/b runs', 'failing'),
        { ...stream('acme/c runs', 'failing'), listed: 0 },
      ]);
  });

  const list = async (): Promise<Record<string, SourceStatus>> => {
    const { body } = await portal.get('zhao', SOURCES);
    return Object.fromEntries(
      body.items.map((item: SourceStatus) => [item.source, item]),
    );
  };

  it('are those that are configured and those that ever sent', async () => {
    expect(Object.keys(await list())).toEqual([
      'ci',
      'github',
      'left',
      'nothing',
      'pager',
    ]);
  });

  it('say what they brought, how, and when', async () => {
    const { ci, left } = await list();
    expect(ci).toEqual({
      source: 'ci',
      type: 'ci',
      doors: {
        topics: [],
        pull: false,
        callers: ['external:test-service'],
      },
      problems: [],
      events: 2,
      unmapped: 1,
      conflicts: 1,
      refused: 0,
      ahead: 0,
      aheadMs: 0,
      lastReceivedAt: START,
      lastSeenAt: START,
      lag: 0,
      stale: false,
    });
    expect(left).toMatchObject({
      problems: [{ code: 'not-configured' }],
      lag: HOUR_MS,
    });
  });

  it('say nothing of when, where they have never sent', async () => {
    const { github } = await list();
    expect(github).toMatchObject({
      about: {
        title: 'GitHub',
        facts: ['run', 'change'],
        names: ['repository'],
      },
      doors: { webhook: '/v1/hooks/github', pull: true },
      streams: { total: 2, failing: 1 },
      events: 0,
      staleAfterMs: HOUR_MS,
      stale: false,
    });
    expect(github).not.toHaveProperty('lag');
  });

  it('say what keeps them from delivering', async () => {
    const { pager, nothing } = await list();
    expect(pager.problems).toEqual([
      {
        code: 'setting',
        message: 'maturity.sources.pager.secret is missing',
      },
    ]);
    expect(nothing.problems).toEqual([{ code: 'no-door' }]);
  });

  it('are alive by a pull without news, and stale after silence', async () => {
    const { knex } = portal;
    const [{ id }] = await knex('source')
      .insert({ name: 'github', created_at: 1 })
      .returning('id');
    await knex('source_heartbeat').insert([
      { source_id: id, seq: 1, at: START - 2 * HOUR_MS },
      { source_id: id, seq: 2, at: START - HOUR_MS / 2 },
    ]);
    const fresh = (await list()).github;
    expect(fresh).toMatchObject({
      lastSeenAt: START - HOUR_MS / 2,
      lag: HOUR_MS / 2,
      stale: false,
    });
    expect(fresh).not.toHaveProperty('lastReceivedAt');
    portal.setTime(START + HOUR_MS);
    expect((await list()).github.stale).toBe(true);
    portal.setTime(START);
  });

  it('come with pulls and conflicts, one by one', async () => {
    configured.pulls!.push(
      ...(['current', 'failing'] as const).map((state, index) => ({
        source: 'github',
        stream: `acme/${index} runs`,
        state,
        failures: index,
        events: 1,
        refused: 0,
      })),
      {
        source: 'other',
        state: 'failing',
        failures: 1,
        events: 0,
        refused: 0,
      },
    );
    const github = await portal.get('zhao', `${SOURCES}/github`);
    expect(github.body.pulls.map(({ state }: any) => state)).toEqual([
      'failing',
      'current',
    ]);
    const { body } = await portal.get('zhao', `${SOURCES}/ci`);
    expect(body).toMatchObject({
      pulls: [],
      refusals: [],
      recentConflicts: [{ eventSource: '/ci', id: 'u1', receivedAt: START }],
    });
    expect((await portal.get('zhao', `${SOURCES}/none`)).status).toBe(404);
  });

  it('are pulled when somebody asks, audited', async () => {
    const asked = await portal.post('zhao', `${SOURCES}/github/pull`);
    expect(asked.status).toBe(204);
    expect(configured.asked).toEqual(['github']);
    expect(portal.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'source-pull',
        meta: { source: 'github' },
      }),
    );
    expect((await portal.post('zhao', `${SOURCES}/ci/pull`)).status).toBe(404);
  });

  it('need permissions', async () => {
    const denied = new Set([maturityOperationsManagePermission.name]);
    portal.policy.decide = permission => ({
      result: denied.has(permission)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    });
    const pull = await portal.post('lin', `${SOURCES}/github/pull`);
    expect(pull.status).toBe(403);
    expect(configured.asked).toEqual(['github']);
    denied.add(maturityOperationsReadPermission.name);
    expect((await portal.get('lin', SOURCES)).status).toBe(403);
    expect((await portal.get('lin', `${SOURCES}/ci`)).status).toBe(403);
    portal.policy.decide = () => ({ result: AuthorizeResult.ALLOW });
  });

  it('cost the same however many there are of entities and events', async () => {
    const statements = async () => {
      const seen: string[] = [];
      const note = ({ sql }: { sql: string }) => seen.push(sql);
      portal.knex.on('query', note);
      await portal.get('zhao', SOURCES);
      portal.knex.removeListener('query', note);
      return seen.length;
    };
    const before = await statements();
    await portal.ingest(
      ...Array.from({ length: 50 }, (_, index) =>
        runEvent({ id: `n${index}`, key: `n${index}`, fields: {} }),
      ),
    );
    expect(await statements()).toBe(before);
  });
});
