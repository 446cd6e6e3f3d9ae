import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { StatementRank } from '@devops-scorecards/plugin-maturity-common';
import type {
  SourceDescription,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import express from 'express';
import knexFactory, { type Knex } from 'knex';
import request from 'supertest';
import { applyMigrations } from '../database';
import { CORRECTIONS_EVENT_SOURCE } from '../facts';
import { DatabaseEventStore } from '../facts/DatabaseEventStore';
import { CORRECTION_EVENT_TYPE } from '../facts/domain/isCorrection';
import type { EventStore } from './EventStore';
import { IngestService } from './IngestService';
import type { IngestLimits } from './readIngestConfig';
import { createIngestRouter } from './routes';
import { badFacts } from './__testUtils__/badFacts';
import {
  batch,
  buildCdevent,
  type HttpMessage,
  MODES,
  sampleNames,
  structured,
  toCloudEvent,
} from './__testUtils__/buildCdevent';
import { conformanceSamples } from './__testUtils__/conformanceSamples';
import { configuredSource } from './__testUtils__/mappingContext';

// Hundreds of requests on two databases.
jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-20T08:00:00Z');
const SECRET = 'the secret of the webhook';
const limits: IngestLimits = {
  maxBytes: 200_000,
  maxBatch: 200,
  maxDepth: 20,
  futureTolerance: 300_000,
};

const ABOUT: SourceDescription = {
  type: 'hooked',
  title: 'Hooked',
  facts: ['run'],
  names: ['repository'],
};

/** A webhook as a module would bring it: one run for each delivery. */
const webhook: WebhookSource = {
  id: 'hooked',
  about: ABOUT,
  verify({ headers, rawBody }) {
    const signature = createHmac('sha256', SECRET)
      .update(rawBody)
      .digest('hex');
    if (headers['x-signature'] !== signature) {
      throw new AuthenticationError('wrong signature');
    }
  },
  map({ rawBody }) {
    const { id, at, event, statement } = JSON.parse(rawBody.toString());
    if (!id) {
      throw new InputError('id is missing');
    }
    return [
      {
        eventSource: 'https://example.com',
        eventId: id,
        type: 'com.example.run',
        occurredAt: at,
        aliases: [{ scheme: 'repository', value: 'example.com/a/b' }],
        statements: [
          {
            ...{ kind: 'run', key: id, rank: 2, occurredAt: at, fields: {} },
            ...statement,
          },
        ],
        envelope: {},
        ...event,
      },
    ];
  },
};

const closed: WebhookSource = {
  id: 'closed',
  about: ABOUT,
  verify() {
    throw new NotAllowedError('no secret is configured');
  },
  map: () => [],
};

const unconfigured: WebhookSource = { ...webhook, id: 'unconfigured' };

interface Door {
  app: express.Express;
  auditor: ReturnType<typeof mockServices.auditor.mock>;
  logger: ReturnType<typeof mockServices.logger.mock>;
  permissions: ReturnType<typeof mockServices.permissions.mock>;
}

function open(store: EventStore): Door {
  const auditor = mockServices.auditor.mock();
  const logger = mockServices.logger.mock();
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.ALLOW }],
  });
  const router = createIngestRouter({
    ingest: IngestService.create({ store, limits }),
    sources: [
      configuredSource({
        callers: ['external:ci'],
        entities: ['component:default/*'],
      }),
      { ...configuredSource(), name: 'hooked' },
    ],
    webhookSources: [webhook, closed, unconfigured],
    httpAuth: mockServices.httpAuth({
      defaultCredentials: mockCredentials.none(),
    }),
    permissions,
    auditor,
    config: limits,
    clock: () => NOW,
    logger,
  });
  const app = express();
  app.use(router);
  app.use(mockErrorHandler());
  return { app, auditor, logger, permissions };
}

function serviceHeader(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'test',
  });
}

function send(
  { app }: Door,
  message: { headers?: Record<string, string>; body?: string | Buffer },
  token = serviceHeader('external:ci'),
) {
  return (
    request(app)
      .post('/v1/events')
      .set({ ...message.headers, authorization: token })
      // As it is; a buffer of a JSON type would be written out as JSON.
      .serialize(body => body)
      .send(message.body)
  );
}

function hook(
  { app }: Door,
  options: { source?: string; body: string; signature?: string },
) {
  const { source = 'hooked', body } = options;
  const signature =
    options.signature ??
    createHmac('sha256', SECRET).update(body).digest('hex');
  return request(app)
    .post(`/v1/hooks/${source}`)
    .set({ 'content-type': 'application/json', 'x-signature': signature })
    .send(body);
}

const deployed = (id: string, more = {}) =>
  buildCdevent({ name: 'service.deployed', id, ...more });

/** Each sample and version in each mode, with an id of its own. */
function everyEvent() {
  const own = sampleNames.flatMap(name =>
    (['0.4', '0.5'] as const).map(series => buildCdevent({ name, series })),
  );
  // Not part of the repository; our samples cover the same without them.
  const conformance = conformanceSamples();
  return [
    { what: 'type', samples: own },
    { what: 'conformance file', samples: conformance },
  ]
    .filter(({ samples }) => samples.length > 0)
    .map(({ what, samples }) => ({
      what,
      events: samples.flatMap((data, sample) =>
        Object.values(MODES).map((mode, index) =>
          mode({
            ...data,
            context: { ...data.context, id: `${sample}-${index}` },
          }),
        ),
      ),
    }));
}

describe('the doors', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on both databases', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let door: Door;

    async function rows() {
      const tables = ['event_log', 'event_raw', 'event_conflict', 'deployment'];
      const counts = await Promise.all(
        tables.map(async table => {
          const [{ n }] = await knex(table).count({ n: '*' });
          return [table, Number(n)];
        }),
      );
      return Object.fromEntries(counts);
    }

    beforeEach(async () => {
      const database = await databases.init(databaseId);
      knex = await applyMigrations(
        mockServices.database({ knex: database, migrations: { skip: false } }),
      );
      door = open(DatabaseEventStore.create({ knex }));
    });

    it('store an event in every mode, and know it again', async () => {
      const data = deployed('d-1');
      const [first, ...more] = Object.values(MODES);
      const answer = await send(door, first(data));
      expect(answer.status).toBe(202);
      expect(answer.body).toEqual({
        stored: 1,
        duplicates: 0,
        conflicts: 0,
        refused: 0,
        results: [
          {
            index: 0,
            id: 'd-1',
            status: 'stored',
            seq: expect.any(Number),
            unmapped: true,
            code: 202,
          },
        ],
      });
      for (const mode of more) {
        const again = await send(door, mode(data));
        expect(again.status).toBe(202);
        expect(again.body).toMatchObject({ stored: 0, duplicates: 1 });
      }
      expect(await rows()).toEqual({
        event_log: 1,
        event_raw: 1,
        event_conflict: 0,
        deployment: 1,
      });
    });

    /** Sends each event, then each again; what became of them, and rows in the log. */
    async function sendTwice(events: HttpMessage[]) {
      const rounds: { answers: string[]; logged: number }[] = [];
      for (let round = 0; round < 2; round += 1) {
        const answers = new Set<string>();
        for (const event of events) {
          const { status, body } = await send(door, event);
          answers.add(`${status} ${body.results?.[0].status.split('-')[0]}`);
        }
        rounds.push({
          answers: [...answers],
          logged: (await rows()).event_log,
        });
      }
      return rounds;
    }

    it.each(everyEvent())(
      'take every $what in every mode, once',
      async ({ events }) => {
        expect(await sendTwice(events)).toEqual([
          { answers: ['202 stored'], logged: events.length },
          { answers: ['202 duplicate'], logged: events.length },
        ]);
      },
    );

    it('lose no neighbour of a bad event', async () => {
      const good = (id: string) => toCloudEvent(deployed(id));
      const { id, ...withoutId } = good('x');
      const deep = JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`);
      const answer = await send(
        door,
        batch([
          good('a'),
          withoutId,
          toCloudEvent(deployed('b'), { type: 'com.example.unknown' }),
          toCloudEvent(deployed('c'), { entityref: 'component:other/x' }),
          { ...good('d'), data: deep },
          5,
          toCloudEvent(deployed('e', { timestamp: '2026-11-20T09:00:00Z' })),
          toCloudEvent(deployed('f', { subjectId: 'nul\u0000' }), {
            subject: undefined,
          }),
          good('a'),
          toCloudEvent(deployed('a', { subjectId: 'another' })),
          good('z'),
        ]),
      );
      expect(answer.status).toBe(202);
      expect(
        answer.body.results.map((result: any) => [
          result.index,
          result.status,
          result.code,
        ]),
      ).toEqual([
        [0, 'stored', 202],
        [1, 'refused', 400],
        [2, 'refused', 422],
        [3, 'refused', 403],
        [4, 'refused', 400],
        [5, 'refused', 400],
        [6, 'refused', 422],
        [7, 'refused', 400],
        [8, 'duplicate', 202],
        [9, 'conflict', 409],
        [10, 'stored', 202],
      ]);
      expect(answer.body).toMatchObject({
        stored: 2,
        duplicates: 1,
        conflicts: 1,
        refused: 7,
      });
      expect(answer.body.results[3].message).toContain(
        'maturity.sources.ci.entities',
      );
      expect(answer.body.results[6].message).toContain(
        'maturity.ingest.futureTolerance',
      );
      expect(await rows()).toEqual({
        event_log: 2,
        event_raw: 2,
        event_conflict: 1,
        deployment: 2,
      });
      expect(door.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining("Source 'ci' sent 1 events again"),
      );
    });

    it('lose no neighbour of a fact that cannot be', async () => {
      const bad = badFacts.map(({ message }) => JSON.parse(message.body));
      const answer = await send(
        door,
        batch(
          bad.flatMap((event, index) => [
            event,
            toCloudEvent(buildCdevent({ name: 'alert.fired', id: `${index}` })),
          ]),
        ),
      );
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({
        stored: bad.length,
        refused: bad.length,
      });
      expect((await rows()).event_log).toBe(bad.length);
    });

    it.each([
      ['source', { event: { eventSource: CORRECTIONS_EVENT_SOURCE } }],
      ['type', { event: { type: CORRECTION_EVENT_TYPE } }],
      ['rank', { statement: { rank: StatementRank.Corrected } }],
      ['exclusion', { statement: { exclude: false } }],
    ])('let no webhook correct a fact, by %s', async (_, told) => {
      const body = JSON.stringify({ id: 'r-1', at: NOW, ...told });
      const answer = await hook(door, { body });
      expect(answer.status).toBe(422);
      expect(answer.body.results[0].message).toContain('/corrections');
      expect((await rows()).event_log).toBe(0);
    });

    it('answer conflicts with 409 and keep the first', async () => {
      await send(door, structured(deployed('a')));
      const other = structured(deployed('a', { subjectId: 'another' }));
      for (let i = 0; i < 2; i += 1) {
        const answer = await send(door, other);
        expect(answer.status).toBe(409);
        expect(answer.body).toMatchObject({ conflicts: 1, stored: 0 });
      }
      expect(await rows()).toMatchObject({ event_log: 1, event_conflict: 1 });
    });

    it('store signed webhooks, and nothing of others', async () => {
      const body = JSON.stringify({ id: 'r-1', at: NOW });
      expect((await hook(door, { body, signature: '0' })).status).toBe(401);
      expect((await hook(door, { source: 'closed', body })).status).toBe(403);
      expect(
        (await hook(door, { source: 'unconfigured', body })).body.error.message,
      ).toContain('maturity.sources.unconfigured');
      expect((await hook(door, { source: 'nowhere', body })).status).toBe(404);
      expect((await hook(door, { body: '{}' })).status).toBe(400);
      const future = JSON.stringify({ id: 'r-2', at: NOW + 3_600_000 });
      expect((await hook(door, { body: future })).status).toBe(422);
      expect((await rows()).event_log).toBe(0);

      const first = await hook(door, { body });
      expect(first.status).toBe(202);
      expect(first.body).toMatchObject({ stored: 1 });
      expect((await hook(door, { body })).body).toMatchObject({
        duplicates: 1,
      });
      expect(await rows()).toMatchObject({ event_log: 1, event_raw: 1 });
      const conflict = JSON.stringify({ id: 'r-1', at: NOW, more: 1 });
      expect((await hook(door, { body: conflict })).status).toBe(409);
    });
  });
});

describe('the doors, whatever the database', () => {
  const accepting: EventStore = {
    append: async ({ events }) =>
      events.map(({ event }, index) => ({
        index,
        id: event.eventId,
        status: 'stored',
        code: 202,
      })),
  };
  const append = jest.fn(accepting.append);
  let door: Door;

  beforeEach(() => {
    append.mockClear();
    door = open({ append });
  });

  it('are closed to whoever is not a configured service', async () => {
    const message = structured(deployed('a'));
    expect((await request(door.app).post('/v1/events')).status).toBe(401);
    expect(
      (await send(door, message, mockCredentials.user.header())).status,
    ).toBe(403);
    const stranger = await send(
      door,
      message,
      serviceHeader('external:stranger'),
    );
    expect(stranger.status).toBe(403);
    expect(stranger.body.error.message).toContain(
      "'external:stranger' belongs to no source: add it to maturity.sources.<source>.callers",
    );
    expect(append).not.toHaveBeenCalled();
  });

  it('always ask for the permission', async () => {
    await send(door, structured(deployed('a')));
    expect(door.permissions.authorize).toHaveBeenCalledWith(
      [
        {
          permission: expect.objectContaining({
            name: 'maturity.event.ingest',
          }),
        },
      ],
      expect.anything(),
    );
    door.permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.DENY },
    ]);
    const denied = await send(door, structured(deployed('b')));
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain('maturity.event.ingest');
    expect(append).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ 'content-type': 'text/plain' }, 'hello', 415, 'no CloudEvent'],
    [{ 'content-type': 'application/json' }, '{}', 415, 'no CloudEvent'],
    [
      { 'content-type': 'application/cloudevents+xml' },
      '<a/>',
      415,
      'application/cloudevents+json',
    ],
    [
      { 'content-type': 'application/cloudevents+json' },
      '{"id":',
      400,
      'not JSON',
    ],
    [{ 'content-type': 'application/cloudevents+json' }, '', 400, 'empty'],
    [
      { 'content-type': 'application/cloudevents-batch+json' },
      '{}',
      400,
      'JSON array',
    ],
    [
      { 'content-type': 'application/cloudevents-batch+json' },
      `[${'1,'.repeat(200)}1]`,
      413,
      'maturity.ingest.maxBatch',
    ],
    [
      { 'content-type': 'application/cloudevents+json' },
      ' '.repeat(200_001),
      413,
      'maturity.ingest.maxBytes',
    ],
    [
      {
        'content-type': 'application/cloudevents+json',
        'content-encoding': 'br64',
      },
      '{}',
      415,
      'Content-Encoding',
    ],
    [
      {
        'content-type': 'application/cloudevents+json',
        'content-encoding': 'gzip',
      },
      '{}',
      400,
      'Content-Encoding',
    ],
  ])('answer %j %#', async (headers, body, code, message) => {
    const answer = await send(door, { headers, body });
    expect(answer.status).toBe(code);
    expect(answer.body).toEqual({
      error: {
        name: 'DeliveryRefusedError',
        message: expect.stringContaining(message),
      },
      request: { method: 'POST', url: '/v1/events' },
      response: { statusCode: code },
    });
    expect(append).not.toHaveBeenCalled();
  });

  it('take a compressed body, and measure it unpacked', async () => {
    const { headers, body } = structured(deployed('a'));
    const compressed = { ...headers, 'content-encoding': 'gzip' };
    const good = await send(door, {
      headers: compressed,
      body: gzipSync(body),
    });
    expect(good.status).toBe(202);
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    const bad = await send(door, { headers: compressed, body: bomb });
    expect(bad.status).toBe(413);
  });

  it('answer with the code that all refusals share, else 400', async () => {
    const unknown = toCloudEvent(deployed('a'), { type: 'com.example.a' });
    const { id, ...withoutId } = toCloudEvent(deployed('b'));
    expect((await send(door, batch([unknown]))).status).toBe(422);
    expect((await send(door, batch([unknown, unknown]))).status).toBe(422);
    expect((await send(door, batch([unknown, withoutId]))).status).toBe(400);
    expect((await send(door, batch([]))).status).toBe(202);
    expect(append).not.toHaveBeenCalled();
  });

  it('survive hostile nesting', async () => {
    const answer = await send(door, {
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: '['.repeat(90_000) + ']'.repeat(90_000),
    });
    expect(answer.status).toBe(400);
  });

  it('append a delivery once, with hash and raw bytes', async () => {
    const events = ['a', 'b'].map(id => toCloudEvent(deployed(id)));
    await send(door, batch(events));
    expect(append).toHaveBeenCalledTimes(1);
    const [{ source, receivedAt, events: incoming }] = append.mock.calls[0];
    expect(source.name).toBe('ci');
    expect(receivedAt).toBe(NOW);
    expect(
      incoming.map(({ bodyHash, raw }) => [
        bodyHash,
        raw?.contentType,
        JSON.parse(raw!.body.toString()),
      ]),
    ).toEqual(
      events.map(event => [
        expect.stringMatching(/^[0-9a-f]{64}$/),
        'application/cloudevents+json',
        event,
      ]),
    );
  });

  it('ask to come again while the database is gone', async () => {
    append.mockRejectedValue(
      new ServiceUnavailableError('The database cannot be reached'),
    );
    const answers = [
      await send(door, structured(deployed('a'))),
      await hook(door, { body: JSON.stringify({ id: 'a', at: NOW }) }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('5');
    }
    append.mockImplementation(accepting.append);
  });

  it('ask the same when the real store finds no database', async () => {
    const nowhere = knexFactory({
      client: 'pg',
      connection: 'postgres://nobody@127.0.0.1:1/none',
      log: { debug() {}, error() {}, warn() {} },
    });
    const shut = open(DatabaseEventStore.create({ knex: nowhere }));
    const answer = await send(shut, structured(deployed('a')));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.text).not.toContain('127.0.0.1');
    expect(shut.logger.error).toHaveBeenCalled();
    await nowhere.destroy();
  });

  it('are audited, without what was sent', async () => {
    const event = { success: jest.fn(), fail: jest.fn() };
    door.auditor.createEvent.mockResolvedValue(event);
    await send(door, structured(deployed('a', { subjectId: 'confidential' })));
    expect(door.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'event-ingest',
        severityLevel: 'low',
        meta: { door: 'events', caller: 'external:ci' },
      }),
    );
    expect(event.success).toHaveBeenCalledWith({
      meta: {
        source: 'ci',
        stored: 1,
        duplicates: 0,
        conflicts: 0,
        refused: 0,
      },
    });
    await send(door, { headers: { 'content-type': 'text/plain' }, body: 'x' });
    await send(
      door,
      structured(deployed('b'), { type: 'com.example.a' } as any),
    );
    await hook(door, { body: 'confidential', signature: '0' });
    expect(event.fail).toHaveBeenCalledTimes(3);
    const { request: _request, ...rest } =
      door.auditor.createEvent.mock.lastCall![0];
    expect(_request).toBeUndefined();
    expect(rest.meta).toMatchObject({ door: 'hooks', source: 'hooked' });
    expect(
      JSON.stringify([event.success.mock.calls, event.fail.mock.calls]),
    ).not.toContain('confidential');
    expect(JSON.stringify(door.logger.warn.mock.calls)).toBe('[]');
  });
});
