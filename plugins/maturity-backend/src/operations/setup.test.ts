import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
  SOURCE_OF_RECORD_ANNOTATION,
  type EntitySetup,
  type SetupTest,
} from '@devops-scorecards/plugin-maturity-common';
import {
  createScene,
  ENTITY,
  HOUR_MS,
  START,
} from '../assessment/__testUtils__/scene';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  incoming,
  knowEntities,
  runEvent,
} from '../facts/__testUtils__/events';
import { DatabaseEventStore } from '../facts';
import { createPortal, type Portal } from '../__testUtils__/createPortal';
import { testSources } from './__testUtils__/sources';

jest.setTimeout(60_000);

const BASE = '/v1/entities/component/default/payments';
const SLUG = 'github.com/project-slug';

describe.each(CONTRACT_DATABASES)('the set-up of an entity on %s', name => {
  const databases = contractDatabases();
  const configured = testSources();
  let portal: Portal;

  beforeEach(async () => {
    const scene = await createScene(await databases.create(name), {
      sourceOrder: ['ci', 'github', 'pager', 'nothing'],
    });
    await knowEntities(scene.knex, [component('payments')]);
    portal = createPortal(scene, configured);
    configured.pulls!.length = 0;
  });

  const read = async (): Promise<EntitySetup> => {
    const response = await portal.get('lin', `${BASE}/setup`);
    expect(response.status).toBe(200);
    return response.body;
  };
  const test = async (source: string): Promise<SetupTest> => {
    const response = await portal.post('lin', `${BASE}/setup/test`, { source });
    expect(response.status).toBe(200);
    return response.body;
  };
  const outcomes = ({ checks }: SetupTest) =>
    Object.fromEntries(checks.map(({ check, outcome }) => [check, outcome]));
  const annotate = (annotations: Record<string, string>) =>
    knowEntities(portal.knex, [component('payments', annotations)]);

  it('says what to annotate, and what that made', async () => {
    const before = await read();
    expect(before.annotations.find(one => one.annotation === SLUG)).toEqual({
      annotation: SLUG,
      scheme: 'repository',
      example: 'acme/payments',
      names: [],
      sources: ['github'],
    });
    expect(before.names).toEqual([
      { scheme: 'entity', value: ENTITY, origin: 'ref' },
    ]);
    const github = before.sources.find(({ source }) => source === 'github')!;
    expect(github).toMatchObject({
      allowed: true,
      names: [],
      doors: { webhook: '/v1/hooks/github', pull: true, events: false },
      next: {
        code: 'set-annotation',
        source: 'github',
        annotation: SLUG,
        example: 'acme/payments',
      },
    });

    await annotate({ [SLUG]: 'Acme/Payments' });
    const after = await read();
    const repository = {
      scheme: 'repository',
      value: 'github.com/acme/payments',
    };
    expect(
      after.annotations.find(one => one.annotation === SLUG),
    ).toMatchObject({ value: 'Acme/Payments', names: [repository] });
    expect(after.names).toContainEqual({
      ...repository,
      origin: 'annotation',
      annotation: SLUG,
    });
    expect(
      after.sources.find(({ source }) => source === 'github'),
    ).toMatchObject({
      names: [repository],
      next: { code: 'first-event', source: 'github' },
    });
  });

  it('says which names operators gave', async () => {
    const given = { scheme: 'repository', value: 'github.com/acme/old' };
    await portal.post('zhao', '/v1/operations/names', {
      ...given,
      entityRef: ENTITY,
    });
    const { names, sources } = await read();
    expect(names).toContainEqual({ ...given, origin: 'operator' });
    expect(sources.find(({ source }) => source === 'github')!.names).toEqual([
      given,
    ]);
  });

  it('says of each source what is missing', async () => {
    const { sources } = await read();
    expect(sources.map(({ source, next }) => [source, next.code])).toEqual([
      ['ci', 'first-event'],
      ['github', 'set-annotation'],
      ['pager', 'fix-source'],
      ['nothing', 'fix-source'],
    ]);
    expect(sources[2]).toMatchObject({
      allowed: false,
      next: { message: 'maturity.sources.pager.secret is missing' },
    });
  });

  it('says of each kind where it comes from, or the closest way to it', async () => {
    await portal.ingest(
      runEvent({
        id: 'r1',
        key: 'r1',
        occurredAt: START - HOUR_MS,
        fields: { finishedAt: START - HOUR_MS, outcome: 'success' },
      }),
      runEvent({
        id: 'r2',
        key: 'r2',
        occurredAt: START,
        fields: { finishedAt: START, outcome: 'success' },
      }),
    );
    const { kinds, sources } = await read();
    expect(
      Object.fromEntries(
        kinds.map(({ kind, source, next }) => [kind, [next.code, source]]),
      ),
    ).toEqual({
      run: ['none', 'ci'],
      // A module that knows it is closer than a door that takes anything, but
      // not where it is further from telling.
      change: ['first-event', undefined],
      deployment: ['first-event', undefined],
      'work-item': ['first-event', undefined],
      incident: ['first-event', undefined],
      alert: ['first-event', undefined],
      measure: ['first-event', undefined],
    });
    expect(sources[0].facts).toEqual([
      {
        kind: 'run',
        count: 2,
        latestAt: START,
        since: START - HOUR_MS,
        ofRecord: true,
      },
    ]);
  });

  it('says when what arrives is not what counts', async () => {
    await annotate({ [SLUG]: 'acme/payments' });
    const run = (id: string) => runEvent({ id, key: id, fields: {} });
    await portal.ingest(run('r1'));
    await DatabaseEventStore.create(portal).append({
      source: { name: 'github', entities: 'all' },
      events: [run('r2')],
      receivedAt: START,
    });
    const next = (await read()).sources.map(each => [
      each.source,
      each.next.code,
    ]);
    expect(next).toEqual(
      expect.arrayContaining([
        ['ci', 'none'],
        ['github', 'not-counted'],
      ]),
    );
  });

  it('says when the annotated source tells of nothing', async () => {
    await annotate({ [SOURCE_OF_RECORD_ANNOTATION]: 'run=github' });
    await portal.ingest(runEvent({ id: 'r1', key: 'r1', fields: {} }));
    const { kinds } = await read();
    expect(kinds[0]).toEqual({
      kind: 'run',
      next: { code: 'not-of-record', source: 'github' },
    });
  });

  it('says when a source has fallen silent, ended or left', async () => {
    await annotate({ [SLUG]: 'acme/payments' });
    const store = DatabaseEventStore.create(portal);
    const aliases = [
      { scheme: 'repository' as const, value: 'github.com/acme/payments' },
    ];
    const append = (source: string, event: object, receivedAt: number) =>
      store.append({
        source: { name: source, entities: 'all' },
        events: [incoming({ aliases, ...event })],
        receivedAt,
      });
    const kinds = async () =>
      Object.fromEntries(
        (await read()).kinds.map(({ kind, next }) => [kind, next.code]),
      );
    await append(
      'github',
      {
        eventId: 'c',
        connects: [
          { kind: 'run', since: 1_000 },
          { kind: 'change', since: 1_000, until: 2_000 },
        ],
      },
      START - 2 * HOUR_MS,
    );
    await append(
      'left',
      { eventId: 'l', connects: [{ kind: 'alert', since: 1_000 }] },
      START,
    );
    expect(await kinds()).toMatchObject({
      run: 'stale',
      change: 'ended',
      alert: 'fix-source',
    });
  });

  describe('a test', () => {
    it('goes all the way that an event would go', async () => {
      await annotate({ [SLUG]: 'acme/payments' });
      await knowEntities(portal.knex, [
        component('twin', { [SLUG]: 'acme/payments' }),
      ]);
      configured.pulls!.push({
        source: 'github',
        stream: 'github.com/acme/payments runs',
        state: 'current',
        lastSuccessAt: START - 1,
        failures: 0,
        events: 3,
        refused: 0,
      });
      const result = await test('github');
      expect(result).toMatchObject({
        source: 'github',
        at: START,
        passed: true,
      });
      expect(outcomes(result)).toEqual({
        settings: 'pass',
        allowed: 'pass',
        named: 'pass',
        mapped: 'pass',
        pulled: 'pass',
      });
      expect(result.checks[3]).toEqual({
        check: 'mapped',
        outcome: 'pass',
        others: 1,
      });
      expect(result.checks[4]).toEqual({
        check: 'pulled',
        outcome: 'pass',
        streams: 1,
        lastSuccessAt: START - 1,
      });
      for (const table of ['event_log', 'event_key', 'source']) {
        expect(await portal.knex(table).select()).toEqual([]);
      }
    });

    it('says what a pull fails with, of streams of the entity only', async () => {
      await annotate({ [SLUG]: 'acme/payments' });
      const failing = (stream: string) => ({
        source: 'github',
        stream,
        state: 'failing' as const,
        failures: 2,
        lastError: 'HTTP 403',
        events: 0,
        refused: 0,
      });
      configured.pulls!.push(
        failing('github.com/acme/payments-old runs'),
        failing('github.com/acme/other runs'),
      );
      expect(outcomes(await test('github')).pulled).toBe('skipped');
      configured.pulls!.push(failing('github.com/acme/payments runs'));
      const { checks, passed } = await test('github');
      expect(passed).toBe(false);
      expect(checks[4]).toEqual({
        check: 'pulled',
        outcome: 'fail',
        message: 'HTTP 403',
        streams: 1,
      });
    });

    it('knows a stream that was given to the entity by its ref', async () => {
      await annotate({ [SLUG]: 'acme/payments' });
      configured.pulls!.push({
        ...{ source: 'github', state: 'waiting', failures: 0 },
        ...{ events: 1, refused: 0, lastSuccessAt: START },
        stream: 'local component:default/payments',
      });
      expect((await test('github')).checks[4]).toMatchObject({
        ...{ check: 'pulled', outcome: 'pass', streams: 1 },
      });
    });

    it('says what is missing', async () => {
      const pager = await test('pager');
      expect(outcomes(pager)).toEqual({
        settings: 'fail',
        allowed: 'fail',
        named: 'fail',
        mapped: 'skipped',
      });
      expect(pager.checks[0].message).toContain('secret is missing');
      await annotate({ 'pagerduty.com/service-id': 'P1' });
      const named = await test('pager');
      expect(named.checks[3]).toMatchObject({
        outcome: 'fail',
        message: expect.stringContaining('may not speak for'),
        others: 0,
      });
    });

    it('takes any name where CloudEvents come in', async () => {
      const result = await test('ci');
      expect(result.passed).toBe(true);
      expect(result.checks[2].names).toEqual([
        { scheme: 'entity', value: ENTITY },
      ]);
    });

    it('wants a source that is configured', async () => {
      const { status } = await portal.post('lin', `${BASE}/setup/test`, {
        source: 'left',
      });
      expect(status).toBe(404);
      const empty = await portal.post('lin', `${BASE}/setup/test`, {});
      expect(empty.status).toBe(400);
    });
  });

  it('costs the same however many facts and entities there are', async () => {
    const statements = async () => {
      const seen: string[] = [];
      const note = ({ sql }: { sql: string }) => seen.push(sql);
      portal.knex.on('query', note);
      await read();
      portal.knex.removeListener('query', note);
      return seen.length;
    };
    const before = await statements();
    await knowEntities(
      portal.knex,
      Array.from({ length: 20 }, (_, index) => component(`other-${index}`)),
    );
    await portal.ingest(
      ...Array.from({ length: 50 }, (_, index) =>
        runEvent({ id: `n${index}`, key: `n${index}`, fields: {} }),
      ),
    );
    expect(await statements()).toBe(before);
  });

  it('is shown to those who may see the entity', async () => {
    const denied = new Set<string>();
    portal.policy.decide = permission => ({
      result: denied.has(permission)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    });
    const statuses = async () => [
      (await portal.get('lin', `${BASE}/setup`)).status,
      (await portal.post('lin', `${BASE}/setup/test`, { source: 'ci' })).status,
    ];
    expect(await statuses()).toEqual([200, 200]);
    denied.add(maturityScorecardRefreshPermission.name);
    expect(await statuses()).toEqual([200, 403]);
    denied.add(maturityScorecardReadPermission.name);
    expect(await statuses()).toEqual([403, 403]);
    denied.clear();
    portal.hidden.add(ENTITY);
    expect(await statuses()).toEqual([404, 404]);
  });
});
