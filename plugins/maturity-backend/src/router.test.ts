import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  FACT_KINDS,
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
  type Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import express from 'express';
import request from 'supertest';
import {
  createPaymentsScene,
  DAY_MS,
  deployed,
  ENTITY,
  MINUTE_MS,
  MODEL,
  payments,
  START,
  type Scene,
} from './assessment/__testUtils__/scene';
import { contractDatabases } from './database/__testUtils__/contractDatabases';
import { createDecisions } from './decisions/createDecisions';
import { DatabaseEventStore } from './facts';
import { component, knowEntities } from './facts/__testUtils__/events';
import { createImports } from './imports';
import { IngestService } from './ingest/IngestService';
import {
  createMaintenance,
  type Maintenance,
} from './maintenance/createMaintenance';
import { MetricRegistry, builtInMetrics } from './metrics';
import { testOperations } from './operations/__testUtils__/testOperations';
import {
  createMaturityConditionalDecision,
  EntityAuthorizer,
  maturityConditions,
  maturityEntityRules,
} from './permissions';
import { createReaders, EntityReader } from './reads';
import { createRouter } from './router';

jest.setTimeout(20_000);

const databases = contractDatabases();
const BASE = '/v1/entities/component/default/payments';
const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

const ROUTES: ['get' | 'post', string, object?][] = [
  ['get', `${BASE}/scorecard`],
  ['post', `${BASE}/refresh`],
  ['get', `${BASE}/metrics`],
  ['get', `${BASE}/metrics/automated-release-rate/series`],
  ['get', `${BASE}/levels`],
  ['get', `${BASE}/history`],
  ['get', `${BASE}/explain`],
  ['get', `${BASE}/facts?kind=deployment`],
  ['get', `${BASE}/facts?kind=deployment&keys=${encodeURIComponent('["up"]')}`],
  ['get', `${BASE}/incidents`],
  ['get', `${BASE}/events/SEQ`],
  ['post', '/v1/levels/query', { entityRefs: [ENTITY] }],
  ['get', '/v1/models'],
  ['get', `/v1/models/${MODEL}`],
  ['get', '/v1/metrics'],
  ['get', '/v1/calendars'],
  ['get', '/v1/operations/sources'],
  ['get', '/v1/operations/unmapped'],
  ['get', '/v1/operations/unmapped/names'],
  ['get', '/v1/operations/names'],
  ['get', `${BASE}/setup`],
  ['get', '/v1/operations/runs'],
  ['post', '/v1/operations/authors/erase', { name: 'nobody' }],
];
const ENTITY_ROUTES = ROUTES.filter(([, path]) => path.startsWith(BASE));

describe('createRouter', () => {
  let scene: Scene;
  let app: express.Express;
  let decide: (permission: string) => PolicyDecision;
  let visible: (entityRef: string) => boolean;
  let maintenance: Maintenance;
  /** Number of the event `up`. */
  let seq: number;
  const auditor = mockServices.auditor.mock();
  const success = jest.fn();
  const fail = jest.fn();

  beforeAll(async () => {
    scene = await createPaymentsScene(await databases.create('SQLite'));
    scene.setTime(START + MINUTE_MS);
    maintenance = createMaintenance({
      ...scene,
      authorKey: 'a key of the tests',
    });
    const [result] = await scene.ingest(deployed('up', START + MINUTE_MS - 1));
    seq = result.seq!;
    await scene.worker.runDue();
    scene.setTime(START + 2 * MINUTE_MS);
    const withoutOwner = component('orphan');
    await knowEntities(scene.knex, [
      {
        ...payments,
        relations: [{ type: 'ownedBy', targetRef: 'group:default/team-a' }],
      },
      component('unassessed'),
      { ...withoutOwner, spec: { type: 'service' } },
      { ...component('untargeted'), kind: 'Group' },
    ]);

    const rules = Object.values(maturityEntityRules);
    const permissionsRegistry = mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({
          getRuleByName: (name: string) =>
            rules.find(rule => rule.name === name)!,
        } as any),
    });
    const permissions: PermissionsService = {
      authorize: async asked =>
        asked.map(({ permission }) => decide(permission.name)) as any,
      authorizeConditional: async asked =>
        asked.map(({ permission }) => decide(permission.name)) as any,
    };
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref => (visible(ref) ? payments : undefined)),
      }),
    });
    const authorizer = EntityAuthorizer.create({
      permissions,
      permissionsRegistry,
      catalog,
    });
    const httpAuth = mockServices.httpAuth();
    const store = DatabaseEventStore.create(scene);
    const limits = {
      maxBytes: 1,
      maxBatch: 1,
      maxDepth: 9,
      futureTolerance: 0,
    };
    app = express()
      .use(
        createRouter({
          ...createReaders({
            context: scene.context,
            metrics: MetricRegistry.create(builtInMetrics),
            calendars: scene.calendars,
            clock: scene.clock,
          }),
          decisions: createDecisions({
            context: scene.context,
            assessNow: id => scene.worker.assessNow(id),
            clock: scene.clock,
            logger: scene.logger,
          }),
          maintenance,
          operations: testOperations(scene),
          imports: createImports({
            ...scene,
            ingest: IngestService.create({ store, limits }),
            limits,
            sources: [],
            httpAuth,
            permissions,
            authorizer,
          }),
          httpAuth,
          auditor,
          authorizer,
          entities: EntityReader.create({ knex: scene.knex }),
          assessNow: id => scene.worker.assessNow(id),
          ingest: express.Router(),
          logger: mockServices.logger.mock(),
          validateResponses: true,
        }),
      )
      .use(mockErrorHandler());
  });

  beforeEach(() => {
    decide = () => ALLOW;
    visible = () => true;
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue({ success, fail });
  });

  const send = (
    [method, path, body]: (typeof ROUTES)[number],
    header?: string,
  ) =>
    request(app)
      [method](path.replace('SEQ', String(seq)))
      .set('Authorization', header ?? mockCredentials.user.header())
      .send(body);

  it.each(ROUTES)('answers as it is described: %s %s', async (...route) => {
    const response = await send(route);
    expect(response.body.error).toBeUndefined();
    expect(response.status).toBe(200);
  });

  it.each(ROUTES)('lets services in: %s %s', async (...route) => {
    const response = await send(route, mockCredentials.service.header());
    expect(response.status).toBe(200);
  });

  it.each(ROUTES)('wants credentials: %s %s', async (...route) => {
    const response = await send(route, mockCredentials.none.header());
    expect(response.status).toBe(401);
  });

  it.each(ROUTES)(
    'refuses who lacks the permission: %s %s',
    async (...route) => {
      decide = () => DENY;
      const response = await send(route, mockCredentials.service.header());
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain('maturity.');
    },
  );

  it.each(ENTITY_ROUTES)(
    'hides what the catalog hides: %s %s',
    async (...route) => {
      visible = () => false;
      expect((await send(route)).status).toBe(404);
    },
  );

  it.each(ENTITY_ROUTES)(
    'knows only entities that exist: %s %s',
    async (...[method, path]) => {
      const other = path.replace('payments', 'nowhere');
      expect((await send([method, other])).status).toBe(404);
    },
  );

  it.each(ENTITY_ROUTES)('applies conditions: %s %s', async (...route) => {
    const owners = ['group:default/Team-A'];
    const permissions = [
      maturityScorecardReadPermission,
      maturityScorecardRefreshPermission,
    ];
    const onCondition =
      (own: string[]) =>
      (name: string): PolicyDecision =>
        createMaturityConditionalDecision(
          permissions.find(permission => permission.name === name)!,
          {
            allOf: [
              maturityConditions.isEntityOwner({ owners: own }),
              maturityConditions.hasKind({ kinds: ['Component'] }),
            ],
          },
        );
    decide = onCondition(owners);
    expect((await send(route)).status).toBe(200);
    decide = onCondition(['group:default/team-b']);
    expect((await send(route)).status).toBe(403);
  });

  it('needs both permissions for a refresh and audits it', async () => {
    decide = name =>
      name === maturityScorecardRefreshPermission.name ? DENY : ALLOW;
    const route: (typeof ROUTES)[number] = ['post', `${BASE}/refresh`];
    expect((await send(route)).status).toBe(403);
    expect(fail).toHaveBeenCalledTimes(1);
    decide = () => ALLOW;
    expect((await send(route)).status).toBe(200);
    expect(success).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'scorecard-refresh',
        severityLevel: 'medium',
        meta: { entityRef: ENTITY },
      }),
    );
  });

  it('replays the log for whoever may, audited', async () => {
    const route: (typeof ROUTES)[number] = ['post', '/v1/operations/replay'];
    decide = () => DENY;
    expect((await send(route)).status).toBe(403);
    expect(fail).toHaveBeenCalledTimes(1);
    decide = () => ALLOW;
    const response = await send(route);
    expect(response.status).toBe(202);
    expect(response.body).toMatchObject({ kind: 'replay', state: 'running' });
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ eventId: 'facts-replay' }),
    );
    await maintenance.runs.settled();
    const { body } = await send(['get', '/v1/operations/runs']);
    expect(body.items).toEqual([
      expect.objectContaining({ id: response.body.id, state: 'done' }),
    ]);
  });

  describe('levels/query', () => {
    const entityRefs = [
      'component:default/unassessed',
      'component:default/nowhere',
      'Component:default/Payments',
      'group:default/untargeted',
      'component:default/orphan',
    ];
    const query = async () =>
      (await send(['post', '/v1/levels/query', { entityRefs }])).body.items.map(
        (item: any) => [item.entityRef, item.model, item.level],
      );

    it('answers for every entity that a model targets', async () => {
      expect(await query()).toEqual([
        ['component:default/unassessed', 'starter', undefined],
        [ENTITY, MODEL, 3],
        ['component:default/orphan', 'starter', undefined],
      ]);
    });

    it('turns conditions into SQL', async () => {
      const owned = maturityConditions.isEntityOwner({
        owners: ['group:default/team-a'],
      });
      const component_ = maturityConditions.hasKind({ kinds: ['component'] });
      const nobody = maturityConditions.isEntityOwner({ owners: [] });
      const refsUnder = async (conditions: any) => {
        decide = () =>
          createMaturityConditionalDecision(
            maturityScorecardReadPermission,
            conditions,
          );
        return (await query()).map(([ref]: string[]) => ref.split('/')[1]);
      };
      expect(await refsUnder(owned)).toEqual(['unassessed', 'payments']);
      expect(await refsUnder({ not: owned })).toEqual(['orphan']);
      expect(await refsUnder(nobody)).toEqual([]);
      expect(await refsUnder({ not: nobody })).toHaveLength(3);
      expect(await refsUnder({ allOf: [component_, { not: owned }] })).toEqual([
        'orphan',
      ]);
      expect(
        await refsUnder({ not: { anyOf: [owned, { not: component_ }] } }),
      ).toEqual(['orphan']);
      expect(await refsUnder({ not: { allOf: [owned, component_] } })).toEqual([
        'orphan',
      ]);
      expect(await refsUnder({ anyOf: [nobody, owned] })).toHaveLength(2);
    });

    it('leaves out what the catalog hides', async () => {
      visible = ref => ref !== ENTITY;
      expect((await query()).map(([ref]: string[]) => ref)).not.toContain(
        ENTITY,
      );
    });

    it.each([
      [{}],
      [{ entityRefs: 'x' }],
      [{ entityRefs: Array(501).fill('x') }],
      [{ entityRefs: [], other: 1 }],
    ])('refuses %#', async body => {
      const response = await send(['post', '/v1/levels/query', body]);
      expect(response.status).toBe(400);
    });
  });

  describe('reads', () => {
    const get = async (path: string) => (await send(['get', path])).body;

    it('shows the stored scorecard', async () => {
      const scorecard: Scorecard = await get(`${BASE}/scorecard`);
      expect(scorecard).toMatchObject({
        entityRef: ENTITY,
        model: { id: MODEL, maxLevel: 5 },
        root: { levels: { measured: 3 } },
        standing: 'held',
        nextLevel: 4,
        timeZone: 'Asia/Shanghai',
      });
      expect(scorecard.applied.map(({ id, primary }) => [id, primary])).toEqual(
        [
          [MODEL, true],
          ['starter', false],
        ],
      );
      expect(scorecard.gaps.length).toBeGreaterThan(0);
      const [gap] = scorecard.gaps;
      expect(gap.subItemTitle.en).toBeTruthy();
    });

    it('names the evidence', async () => {
      const items = (
        await get(`${BASE}/metrics?metrics=automated-release-rate&evidence=2`)
      ).items;
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ n: 20, numerator: 19 });
      expect(items[0].evidence.map((e: any) => e.key)).toEqual(['up', 'd0']);
    });

    it('shows the scorecard of another time and of earlier knowledge', async () => {
      const past = await get(`${BASE}/scorecard?asOf=${START}`);
      expect(past).toMatchObject({
        asOf: START,
        root: { levels: { measured: 2 } },
      });
      const [newest, first] = (await get(`${BASE}/history`)).items;
      const then = await get(
        `${BASE}/scorecard?asOf=${START + MINUTE_MS}&knownAt=${first.knownAt}`,
      );
      expect(then.root.levels.measured).toBe(2);
      expect(newest).toMatchObject({
        cause: { kind: 'event', event: { id: 'up', source: 'ci' } },
        from: { measured: 2 },
        to: { measured: 3 },
      });
    });

    it('explains the last change of the level', async () => {
      const { sentence, change } = await get(`${BASE}/explain`);
      expect(sentence.en).toBe(
        'The level rose from 2 to 3 on 20 Nov 2026, 13:47 because Automated release rate went from 94.7 % (18 of 19) to 95.0 % (19 of 20), at least 95 % is needed; the cause is event up from ci.',
      );
      expect(sentence['zh-CN']).toContain('从 2 升至 3');
      const first = (await get(`${BASE}/history`)).items.at(-1);
      const explained = await get(`${BASE}/explain?change=${first.seq}`);
      expect(explained.sentence.en).toContain('First assessed');
      expect(change.seq).toBeGreaterThan(first.seq);
      expect(await get(`${BASE}/explain?change=9999`)).toMatchObject({
        error: { name: 'NotFoundError' },
      });
    });

    it('draws the level as it was known then and as it is known now', async () => {
      const then = await get(`${BASE}/levels?knowledge=then`);
      expect(then.points.map((p: any) => p.levels.measured)).toEqual([2, 3, 3]);
      const now = await get(`${BASE}/levels?knowledge=now`);
      expect(now.points.length).toBeGreaterThan(12);
      expect(now.points.at(-1)).toMatchObject({ levels: { measured: 3 } });
      const days = await get(
        `${BASE}/levels?knowledge=now&from=${START - 9 * DAY_MS}&to=${START}`,
      );
      expect(days.points).toHaveLength(10);
    });

    it('cuts series by day and week', async () => {
      const path = `${BASE}/metrics/deployment-frequency/series`;
      const weeks = await get(path);
      expect(weeks).toMatchObject({ bucket: 'week' });
      const from = START - 4 * DAY_MS;
      const days = await get(`${path}?bucket=day&from=${from}&to=${START}`);
      expect(days.points).toHaveLength(5);
    });

    it('takes metrics with plain commas between them', async () => {
      const { body, status } = await request(app).get(
        `${BASE}/metrics?metrics=build-success-rate,deployment-frequency`,
      );
      expect(status).toBe(200);
      expect(body.items).toHaveLength(2);
    });

    it.each([
      '/v1/entities/component/default/%00/scorecard',
      '/v1/entities/%00/default/payments/scorecard',
      '/v1/entities/component/%00/payments/scorecard',
      `${BASE}/metrics?from=0&to=99999999999999999999`,
      `${BASE}/metrics?from=8640000000000000&to=8640000000000001`,
      `${BASE}/facts?kind=run&from=0&to=9007199254740993`,
      `${BASE}/explain?change=99999999999999999999`,
      `${BASE}/scorecard?knownAt=99999999999999999999`,
      `${BASE}/scorecard?knownAt=99999999999`,
    ])('refuses what no database can answer: %s', async path => {
      const { body, status } = await request(app).get(path);
      expect({ status, name: body.error?.name }).toEqual({
        status: 400,
        name: 'InputError',
      });
    });

    it('refuses to ask the database for a ref with a NUL character', async () => {
      const { status } = await request(app)
        .post('/v1/levels/query')
        .send({ entityRefs: ['component:default/a\0b'] });
      expect(status).toBe(400);
    });

    it('lists facts with their events', async () => {
      for (const kind of FACT_KINDS) {
        const { items } = await get(`${BASE}/facts?kind=${kind}&limit=3`);
        const isSent = kind === 'run' || kind === 'deployment';
        expect(items).toHaveLength(isSent ? 3 : 0);
        expect(items.every((item: any) => item.events.length === 1)).toBe(true);
      }
    });

    it('finds facts by their keys and the event behind one', async () => {
      const keys = encodeURIComponent(JSON.stringify(['d3', 'up', 'nowhere']));
      const { items } = await get(`${BASE}/facts?kind=deployment&keys=${keys}`);
      expect(items.map((item: any) => [item.key, item.state])).toEqual([
        ['up', 'live'],
        ['d3', 'live'],
      ]);
      expect(
        await get(`${BASE}/events/${items[0].events[0].seq}`),
      ).toMatchObject({
        seq,
        source: 'ci',
        id: 'up',
        facts: [{ kind: 'deployment', key: 'up' }],
      });
    });

    it('tells nothing of the events of another entity', async () => {
      const path = `/v1/entities/component/default/orphan/events/${seq}`;
      expect(await get(path)).toMatchObject({
        error: { name: 'NotFoundError' },
      });
      expect(await get(`${BASE}/events/1`)).toMatchObject({
        error: { name: 'NotFoundError' },
      });
    });

    it('lists calendars and how long they are known', async () => {
      const { items } = await get('/v1/calendars');
      expect(
        items.map((item: any) => [item.calendar.id, item.daysLeft]),
      ).toEqual([
        ['24x7', undefined],
        ['cn-exchange', 41],
        ['cn-work', 41],
        ['weekdays', undefined],
      ]);
    });

    it('gives as much evidence as a figure may need', async () => {
      const { items } = await get(
        `${BASE}/metrics?metrics=automated-release-rate&evidence=1000`,
      );
      expect(items[0].evidence).toHaveLength(20);
    });

    it('shows a scorecard of years ago', async () => {
      const asOf = Date.parse('2022-10-28T10:00:00Z');
      expect(await get(`${BASE}/scorecard?asOf=${asOf}`)).toMatchObject({
        asOf,
        root: { levels: { award: 1 } },
        generated: false,
      });
    });

    it('lists models, metrics and sources', async () => {
      expect((await get('/v1/models')).items.map((m: any) => m.id)).toEqual([
        MODEL,
        'starter',
      ]);
      expect((await get('/v1/metrics')).items).toHaveLength(
        builtInMetrics.length,
      );
      expect((await get('/v1/operations/sources')).items).toMatchObject([
        { source: 'ci', events: 60 },
      ]);
    });

    it.each([
      [`${BASE}/scorecard?model=other`, 404],
      [`${BASE}/scorecard?asOf=abc`, 400],
      [`${BASE}/scorecard?asOf=${START + DAY_MS}`, 400],
      [`${BASE}/scorecard?unknown=1`, 400],
      [`${BASE}/metrics?from=1`, 400],
      [`${BASE}/metrics?from=2&to=1`, 400],
      [`${BASE}/metrics?metrics=other`, 404],
      [`${BASE}/metrics?evidence=-1`, 400],
      [`${BASE}/metrics?evidence=1001`, 400],
      [`${BASE}/scorecard?scorecard=other`, 400],
      [`${BASE}/scorecard?scorecard=stability`, 404],
      [`${BASE}/incidents?asOf=${START + DAY_MS}`, 400],
      [`${BASE}/incidents?from=1`, 400],
      [`${BASE}/events/x`, 400],
      [`${BASE}/events/99999999`, 404],
      [`${BASE}/facts?kind=run&keys=x`, 400],
      [`${BASE}/facts?kind=run&keys=${encodeURIComponent('[1]')}`, 400],
      [`${BASE}/facts?kind=run&keys=${encodeURIComponent('{}')}`, 400],
      [`${BASE}/facts?kind=run&keys=${encodeURIComponent('["\\u0000"]')}`, 400],
      [`${BASE}/metrics/other/series`, 404],
      [`${BASE}/metrics/deployment-frequency/series?bucket=hour`, 400],
      [
        `${BASE}/metrics/deployment-frequency/series?bucket=day&from=1&to=${START}`,
        400,
      ],
      [`${BASE}/levels?knowledge=later`, 400],
      [`${BASE}/facts`, 400],
      [`${BASE}/facts?kind=other`, 400],
      [`${BASE}/history?limit=0`, 400],
      ['/v1/models/other', 404],
      ['/v1/entities/group/default/untargeted/scorecard', 404],
    ])('says what is wrong with %s', async (path, status) => {
      const response = await send(['get', path]);
      expect(response.body.error.message).toBeTruthy();
      expect(response.status).toBe(status);
    });
  });
});
