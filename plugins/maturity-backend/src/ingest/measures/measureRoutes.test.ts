import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { EventResult } from '@devops-scorecards/plugin-maturity-common';
import express from 'express';
import request from 'supertest';
import { configuredSource } from '../__testUtils__/mappingContext';
import { MemoryEventStore } from '../__testUtils__/MemoryEventStore';
import { IngestService } from '../IngestService';
import { createMeasureRouter } from './measureRoutes';

const NOW = Date.parse('2026-11-20T08:00:00Z');
const ENTITY = 'component:default/payments';
const limits = {
  maxBytes: 5_000,
  maxBatch: 5,
  maxDepth: 64,
  futureTolerance: 300_000,
};

function open() {
  const store = new MemoryEventStore();
  const auditor = mockServices.auditor.mock();
  const success = jest.fn();
  auditor.createEvent.mockResolvedValue({ success, fail: jest.fn() });
  const clock = { at: NOW };
  const app = express();
  app.use(
    createMeasureRouter({
      ingest: IngestService.create({ store, limits }),
      sources: [configuredSource({ callers: ['external:test-service'] })],
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.service(),
      }),
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result: AuthorizeResult.ALLOW }],
      }),
      auditor,
      config: limits,
      clock: () => clock.at,
      logger: mockServices.logger.mock(),
    }),
  );
  app.use(mockErrorHandler());
  const post = (body: string | Buffer, type = 'application/json') =>
    request(app).post('/v1/measures').set('Content-Type', type).send(body);
  const json = (body: unknown) => post(JSON.stringify(body));
  const csv = (...lines: string[]) => post(lines.join('\n'), 'text/csv');
  return { app, clock, csv, json, post, store, success };
}

const fieldsOf = ({ events }: MemoryEventStore) =>
  events.map(({ event }) => event.statements[0].fields);

const outcomes = (results: EventResult[]) =>
  results.map(({ code, status, message }) => [code, status, message]);

const COVERAGE = {
  name: 'unit-coverage',
  part: 84,
  total: 100,
  entityref: ENTITY,
  trunk: true,
};

describe('POST /v1/measures', () => {
  it('takes one reading as JSON', async () => {
    const { json, store, success } = open();
    const { status, body } = await json({
      ...COVERAGE,
      measuredAt: '2026-11-20T07:00:00Z',
      branch: 'main',
      commit: 'abc',
      url: 'https://ci/7',
      id: 'run-7',
    });
    expect(status).toBe(202);
    expect(body.results).toEqual([
      {
        index: 0,
        id: `${ENTITY} unit-coverage run-7`,
        status: 'stored',
        seq: 1,
        entityRef: ENTITY,
        code: 202,
      },
    ]);
    expect(store.events[0].event).toMatchObject({
      eventSource: '/measures',
      type: 'dev.cdeventsx.scorecards-measure.recorded.0.1.0',
      occurredAt: NOW - 3_600_000,
    });
    expect(fieldsOf(store)).toEqual([
      {
        name: 'unit-coverage',
        part: 84,
        total: 100,
        measuredAt: NOW - 3_600_000,
        branch: 'main',
        trunk: true,
        commit: 'abc',
        url: 'https://ci/7',
      },
    ]);
    expect(success.mock.calls[0][0].meta).toMatchObject({
      source: 'ci',
      stored: 1,
    });
  });

  it('takes several, each for itself, and names what to change', async () => {
    const { json, store } = open();
    const { status, body } = await json([
      COVERAGE,
      { ...COVERAGE, part: 120 },
      { name: 'capacity-headroom', value: 2.5, service: 'payments' },
      'text',
      { ...COVERAGE, measuredat: '2026-11-20T07:00:00Z' },
    ]);
    expect(status).toBe(202);
    expect(body).toMatchObject({ stored: 2, refused: 3 });
    expect(outcomes(body.results)).toEqual([
      [202, 'stored', undefined],
      [400, 'refused', expect.stringMatching(/^part is 120 of a total of 100/)],
      [202, 'stored', undefined],
      [400, 'refused', 'A reading must be a JSON object'],
      [400, 'refused', expect.stringMatching(/^"measuredat" is nothing that/)],
    ]);
    expect(store.events[1].event.aliases).toEqual([
      { scheme: 'service', value: 'payments' },
    ]);
  });

  it.each<[string, object, number, RegExp]>([
    ['a name', { name: undefined }, 400, /^name cannot be read/],
    [
      'whose it is',
      { entityref: undefined },
      400,
      /It is not said whose it is/,
    ],
    [
      'a share',
      { part: undefined, total: undefined, value: 1 },
      400,
      /is a share; send part and total/,
    ],
    [
      'both of a share',
      { total: undefined },
      400,
      /total is missing beside part/,
    ],
    ['a number', { part: '84' }, 400, /^part cannot be read: must be a number/],
    [
      'anything counted',
      { part: 0, total: 0 },
      400,
      /total is 0: nothing was counted/,
    ],
    [
      'no less than none',
      { part: -1 },
      400,
      /part cannot be read: must not be negative/,
    ],
    ['a time', { measuredAt: '20.11.2026' }, 400, /^measuredAt cannot be read/],
    [
      'a time that was',
      { measuredAt: '2026-12-01T00:00:00Z' },
      422,
      /in the future/,
    ],
  ])('wants %s', async (_, change, code, message) => {
    const { json, store } = open();
    const { status, body } = await json({ ...COVERAGE, ...change });
    expect([status, body.results[0].message]).toEqual([
      code,
      expect.stringMatching(message),
    ]);
    expect(store.events).toEqual([]);
  });

  it('takes names of your own, and says that nothing reads them', async () => {
    const { json } = open();
    const { body } = await json({
      name: 'coffee',
      value: 7,
      entityref: ENTITY,
    });
    expect(outcomes(body.results)).toEqual([
      [
        202,
        'stored',
        expect.stringMatching(/No built-in metric reads "coffee"/),
      ],
    ]);
  });

  it('takes what has no time for a reading of now, each a new one', async () => {
    const { clock, json, store } = open();
    await json([COVERAGE, { ...COVERAGE, part: 85 }]);
    clock.at += 1;
    await json(COVERAGE);
    expect(fieldsOf(store).map(fields => (fields as any).measuredAt)).toEqual([
      NOW,
      NOW,
      NOW + 1,
    ]);
  });

  it('knows a reading with a time again, and one that says something else', async () => {
    const { json } = open();
    const timed = { ...COVERAGE, measuredAt: '2026-11-20T07:00:00Z' };
    const statusOf = async (body: object) =>
      (await json(body)).body.results[0].status;
    expect(await statusOf(timed)).toBe('stored');
    expect(
      await statusOf({ ...timed, measuredAt: '2026-11-20T08:00:00+01:00' }),
    ).toBe('duplicate');
    expect(await statusOf({ ...timed, part: 85 })).toBe('conflict');
    expect(await statusOf({ ...timed, branch: 'main' })).toBe('stored');
    expect(await statusOf({ ...timed, entityref: 'component:default/x' })).toBe(
      'stored',
    );
    expect(await statusOf({ ...timed, id: '1' })).toBe('stored');
  });

  it('takes a table, with cells that are text and nothing else', async () => {
    const { csv, store } = open();
    const { body } = await csv(
      '\uFEFFName,value,part,total,measuredAt,entityref,trunk,url',
      'unit-coverage,,84,100,2026-11-20T07:00:00Z,component:payments,TRUE,',
      '"=HYPERLINK(""http://x"",""y"")",1.5e3,,,,component:payments,,"a,b"',
      'unit-coverage,,"1,000",100,,component:payments,,',
      'unit-coverage,,84,100,,component:payments,true,u,too,many',
      '"unit-coverage"x,,84,100',
    );
    expect(body).toMatchObject({ stored: 2, refused: 3 });
    expect(outcomes(body.results).slice(2)).toEqual([
      [
        400,
        'refused',
        'Line 4: part cannot be read: must be a number such as 84 or 0.84',
      ],
      [400, 'refused', expect.stringMatching(/^Line 5: The row has 10 cells/)],
      [400, 'refused', expect.stringMatching(/^Line 6: There is text behind/)],
    ]);
    expect(fieldsOf(store)).toEqual([
      {
        name: 'unit-coverage',
        part: 84,
        total: 100,
        measuredAt: NOW - 3_600_000,
        trunk: true,
      },
      {
        name: '=HYPERLINK("http://x","y")',
        value: 1500,
        measuredAt: NOW,
        url: 'a,b',
      },
    ]);
  });

  it('reads a table in the charset that is said', async () => {
    const { post, store } = open();
    // 容量 in GBK.
    const table = Buffer.concat([
      Buffer.from('name,value,entityref\n'),
      Buffer.from([0xc8, 0xdd, 0xc1, 0xbf]),
      Buffer.from(`,2,${ENTITY}\n`),
    ]);
    expect((await post(table, 'text/csv; charset=gbk')).status).toBe(202);
    expect(fieldsOf(store)).toMatchObject([{ name: '容量' }]);
    const { status, body } = await post(table, 'text/csv');
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('no text in utf-8'),
    ]);
    expect((await post(table, 'text/csv; charset=nonsense')).status).toBe(400);
  });

  it.each<[string, string, string, number, RegExp]>([
    ['no JSON', '{"a"', 'application/json', 400, /not JSON/],
    ['a text', '"a"', 'application/json', 400, /must be a reading/],
    [
      'another type',
      'a: 1',
      'text/yaml',
      415,
      /application\/json or text\/csv/,
    ],
    ['an empty table', '', 'text/csv', 400, /The table is empty/],
    [
      'an unknown column',
      'name,values\n',
      'text/csv',
      400,
      /column "values": columns are id, name/,
    ],
    ['a column twice', 'name,Name\n', 'text/csv', 400, /column "name" twice/],
    ['semicolons', 'name;value\n', 'text/csv', 400, /separated by commas/],
    [
      'too many',
      `name\n${'x\n'.repeat(6)}`,
      'text/csv',
      413,
      /6 readings, at most 5/,
    ],
    ['too much', 'x'.repeat(5_001), 'text/csv', 413, /larger than 5000 bytes/],
  ])('refuses %s', async (_, text, type, code, message) => {
    const { post, store } = open();
    const { status, body } = await post(text, type);
    expect([status, body.error.message]).toEqual([
      code,
      expect.stringMatching(message),
    ]);
    expect(store.events).toEqual([]);
  });

  it('is for services', async () => {
    const { app } = open();
    const { status } = await request(app)
      .post('/v1/measures')
      .set('Authorization', mockCredentials.user.header())
      .send(COVERAGE);
    expect(status).toBe(403);
  });
});
