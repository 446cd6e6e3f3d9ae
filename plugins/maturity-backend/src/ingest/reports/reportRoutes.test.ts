import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ReportResponse } from '@devops-scorecards/plugin-maturity-common';
import express from 'express';
import request from 'supertest';
import { configuredSource } from '../__testUtils__/mappingContext';
import { MemoryEventStore } from '../__testUtils__/MemoryEventStore';
import { IngestService } from '../IngestService';
import { createReportRouter } from './reportRoutes';

const NOW = Date.parse('2026-11-20T08:00:00Z');
const ENTITY = 'component:default/payments';
const LIMIT = 1024 * 1024;
const limits = {
  maxBytes: 100_000,
  maxBatch: 100,
  maxDepth: 64,
  futureTolerance: 300_000,
};

const JUNIT =
  '<testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>';
const LCOV = 'SF:a\nBRF:4\nBRH:1\nLF:10\nLH:8\nend_of_record\n';

function open() {
  const store = new MemoryEventStore();
  const auditor = mockServices.auditor.mock();
  const success = jest.fn();
  const fail = jest.fn();
  auditor.createEvent.mockResolvedValue({ success, fail });
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.ALLOW }],
  });
  const clock = { at: NOW };
  const app = express();
  app.use(
    createReportRouter({
      ingest: IngestService.create({ store, limits }),
      sources: [configuredSource({ callers: ['external:ci'] })],
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.none(),
      }),
      permissions,
      auditor,
      config: limits,
      clock: () => clock.at,
      logger: mockServices.logger.mock(),
      maxReportBytes: LIMIT,
    }),
  );
  app.use(mockErrorHandler());
  const authorization = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'test',
  });
  const upload = (
    format: string,
    query: Record<string, string>,
    body: string | Buffer,
    headers: Record<string, string> = {},
  ) =>
    request(app)
      .post(`/v1/reports/${format}`)
      .query(query)
      .set({
        Authorization: authorization,
        'Content-Type': 'application/xml',
        ...headers,
      })
      .send(body);
  return {
    app,
    store,
    auditor,
    success,
    permissions,
    clock,
    authorization,
    upload,
  };
}

describe('POST /v1/reports/:format', () => {
  it('makes of a report the reading that an event would be', async () => {
    const { store, success, upload } = open();
    const { status, body } = await upload(
      'junit',
      {
        entityref: 'Component:payments',
        trunk: 'true',
        branch: 'main',
        commit: 'abc',
        measuredAt: '2026-11-20T07:00:00Z',
        id: 'run-7',
        url: 'https://ci/7',
      },
      JUNIT,
    );
    expect(status).toBe(202);
    expect(body).toEqual<ReportResponse>({
      stored: 1,
      duplicates: 0,
      conflicts: 0,
      refused: 0,
      results: [
        {
          index: 0,
          id: `${ENTITY} automated-tests run-7`,
          status: 'stored',
          seq: 1,
          entityRef: ENTITY,
          code: 202,
        },
      ],
      readings: [{ name: 'automated-tests', part: 1, total: 2 }],
      tests: { passed: 1, failed: 1, errors: 0, skipped: 0, flaky: 0 },
    });
    const [{ event }] = store.events;
    expect(event).toMatchObject({
      eventSource: '/reports/junit',
      eventId: `${ENTITY} automated-tests run-7`,
      type: 'dev.cdeventsx.scorecards-measure.recorded.0.1.0',
      subject: 'automated-tests',
      entityRef: ENTITY,
      occurredAt: NOW - 3_600_000,
      statements: [
        {
          kind: 'measure',
          key: `/reports/junit ${ENTITY} automated-tests run-7`,
          fields: {
            name: 'automated-tests',
            part: 1,
            total: 2,
            measuredAt: NOW - 3_600_000,
            branch: 'main',
            trunk: true,
            commit: 'abc',
            url: 'https://ci/7',
          },
        },
      ],
    });
    expect(JSON.stringify(event.envelope)).not.toContain('testcase');
    expect(success).toHaveBeenCalledWith({
      meta: {
        source: 'ci',
        stored: 1,
        duplicates: 0,
        conflicts: 0,
        refused: 0,
      },
    });
  });

  it.each([
    [{}, 'unit-coverage', 'branch-coverage'],
    [
      { name: 'new-code-coverage' },
      'new-code-coverage',
      'new-code-coverage-branches',
    ],
  ])(
    'reads branches by a name of their own: %p',
    async (named, lines, branches) => {
      const { store, upload } = open();
      const { body } = await upload(
        'lcov',
        { repository: 'https://github.com/Acme/Payments.git', ...named },
        LCOV,
      );
      expect(body.readings).toEqual([
        { name: lines, part: 8, total: 10 },
        { name: branches, part: 1, total: 4 },
      ]);
      expect(body.stored).toBe(2);
      expect(body).not.toHaveProperty('tests');
      expect(store.events[0].event).toMatchObject({
        aliases: [{ scheme: 'repository', value: 'github.com/acme/payments' }],
        statements: [{ fields: { measuredAt: NOW } }],
      });
    },
  );

  it('says what is taken and will not count as meant', async () => {
    const { upload } = open();
    const hints = async (query: Record<string, string>) =>
      (await upload('junit', { entityref: ENTITY, ...query }, JUNIT)).body
        .results[0].message;
    expect(await hints({})).toMatch(
      /automated-pass-rate leaves it out: send tr/,
    );
    expect(await hints({ trunk: 'false' })).toBeUndefined();
    expect(await hints({ trunk: 'true' })).toBeUndefined();
    expect(await hints({ name: 'ui-tests' })).toMatch(
      /No built-in metric reads "ui-tests"/,
    );
  });

  it('knows a report that is sent again, and one of another commit or entity', async () => {
    const { clock, store, upload } = open();
    const send = async (query: Record<string, string>, body = LCOV) => {
      const answer = await upload(
        'lcov',
        { entityref: ENTITY, ...query },
        body,
      );
      return [answer.status, answer.body.results[0].status];
    };
    expect(await send({})).toEqual([202, 'stored']);
    clock.at += 60_000;
    expect(await send({})).toEqual([202, 'duplicate']);
    expect(
      (
        await upload('lcov', { entityref: ENTITY }, gzipSync(LCOV), {
          'Content-Encoding': 'gzip',
        })
      ).body.duplicates,
    ).toBe(2);
    expect(await send({ commit: 'abc' })).toEqual([202, 'stored']);
    expect(await send({ entityref: 'component:default/other' })).toEqual([
      202,
      'stored',
    ]);
    expect(await send({ measuredAt: '2026-11-19T08:00:00Z' })).toEqual([
      202,
      'stored',
    ]);
    expect(await send({ id: '1' })).toEqual([202, 'stored']);
    expect(await send({ id: '1' }, LCOV.replace('LH:8', 'LH:9'))).toEqual([
      202,
      'conflict',
    ]);
    expect(store.events).toHaveLength(10);
  });

  it.each([
    ['gzip', { 'Content-Encoding': 'gzip' }],
    ['a file of gzip', { 'Content-Type': 'application/gzip' }],
  ])('unpacks %s', async (_, headers) => {
    const { upload } = open();
    const { body } = await upload(
      'junit',
      { entityref: ENTITY },
      gzipSync(JUNIT),
      headers,
    );
    expect(body.stored).toBe(1);
  });

  it.each(['utf-8', 'utf-16le', 'gbk', 'iso-8859-1'])(
    'reads %s',
    async encoding => {
      const { upload } = open();
      const text = `<?xml version="1.0" encoding="${encoding}"?><testsuite name="NAME"><testcase/></testsuite>`;
      const name = {
        'utf-8': Buffer.from('测试'),
        'utf-16le': Buffer.from('测试', 'utf16le'),
        gbk: Buffer.from([0xb2, 0xe2, 0xca, 0xd4]),
        'iso-8859-1': Buffer.from([0xfc]),
      }[encoding]!;
      const wide = encoding === 'utf-16le' ? 'utf16le' : 'latin1';
      const [before, after] = text.split('NAME');
      const { status } = await upload(
        'junit',
        { entityref: ENTITY },
        Buffer.concat([
          ...(wide === 'utf16le' ? [Buffer.from([0xff, 0xfe])] : []),
          Buffer.from(before, wide),
          name,
          Buffer.from(after, wide),
        ]),
      );
      expect(status).toBe(202);
    },
  );

  it.each<
    [
      string,
      string,
      Record<string, string>,
      string | Buffer,
      object,
      number,
      RegExp,
    ]
  >([
    [
      'an unknown format',
      'nunit',
      {},
      JUNIT,
      {},
      404,
      /formats are junit, lcov/,
    ],
    [
      'nobody named',
      'junit',
      { entityref: '' },
      JUNIT,
      {},
      400,
      /entityref cannot be read/,
    ],
    [
      'a repository without a host',
      'junit',
      { repository: 'acme/payments' },
      JUNIT,
      {},
      400,
      /<host>\/<path>/,
    ],
    [
      'a parameter that is none',
      'junit',
      { entityRef: ENTITY },
      JUNIT,
      {},
      400,
      /no parameter "entityRef"/,
    ],
    [
      'a trunk that is no flag',
      'junit',
      { trunk: 'yes' },
      JUNIT,
      {},
      400,
      /trunk cannot be read: must be true or false/,
    ],
    [
      'a time that is none',
      'junit',
      { measuredAt: 'today' },
      JUNIT,
      {},
      400,
      /measuredAt cannot be read/,
    ],
    [
      'a time to come',
      'junit',
      { measuredAt: '2027-01-01T00:00:00Z' },
      JUNIT,
      {},
      422,
      /in the future/,
    ],
    ['an empty body', 'junit', {}, '', {}, 400, /The body is empty/],
    ['no report', 'junit', {}, 'PASS', {}, 400, /line 1: text data outside/],
    ['no tests', 'junit', {}, '<testsuite/>', {}, 400, /has no tests/],
    [
      'a bomb of entities',
      'jacoco',
      {},
      '<!DOCTYPE r [<!ENTITY a "b">]><report/>',
      {},
      400,
      /declares entities/,
    ],
    [
      'gzip without saying so',
      'junit',
      {},
      gzipSync(JUNIT),
      {},
      415,
      /Content-Encoding: gzip/,
    ],
    [
      'half of a gzip',
      'junit',
      {},
      gzipSync(JUNIT).subarray(0, 30),
      { 'Content-Encoding': 'gzip' },
      400,
      /cannot be unpacked/,
    ],
    [
      'no gzip',
      'junit',
      {},
      JUNIT,
      { 'Content-Encoding': 'gzip' },
      400,
      /cannot be unpacked/,
    ],
    [
      'another packing',
      'junit',
      {},
      JUNIT,
      { 'Content-Encoding': 'br' },
      415,
      /identity, gzip or deflate/,
    ],
    [
      'an unknown encoding',
      'junit',
      {},
      '<?xml version="1.0" encoding="x-none"?><testsuite/>',
      {},
      415,
      /encoding is x-none/,
    ],
    [
      'bytes that are no text',
      'junit',
      {},
      Buffer.from([0x3c, 0xff, 0x41]),
      {},
      400,
      /no text in utf-8/,
    ],
    [
      'too much',
      'junit',
      {},
      `<!--${'x'.repeat(LIMIT)}-->`,
      {},
      413,
      /larger than 1048576 bytes unpacked/,
    ],
    [
      'too much once unpacked',
      'junit',
      {},
      gzipSync(`<!--${'x'.repeat(LIMIT)}-->`),
      { 'Content-Encoding': 'gzip' },
      413,
      /maxReportBytes/,
    ],
  ])('refuses %s', async (_, format, query, body, headers, code, message) => {
    const { store, upload } = open();
    const answer = await upload(
      format,
      { entityref: ENTITY, ...query },
      body,
      headers as Record<string, string>,
    );
    expect([
      answer.status,
      answer.body.error?.message ?? answer.body.results[0].message,
    ]).toEqual([code, expect.stringMatching(message)]);
    expect(store.events).toEqual([]);
  });

  it('lets in only services with the permission and a source, and reads nothing of others', async () => {
    const { app, permissions, store, upload } = open();
    const as = (header: string) =>
      upload('junit', { entityref: ENTITY }, JUNIT, { Authorization: header });
    expect((await as(mockCredentials.user.header())).status).toBe(403);
    expect(
      (await request(app).post('/v1/reports/junit').send(JUNIT)).status,
    ).toBe(401);
    const stranger = await as(mockCredentials.service.header());
    expect([stranger.status, stranger.body.error.message]).toEqual([
      403,
      expect.stringContaining('belongs to no source'),
    ]);
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    const denied = await upload('junit', { entityref: ENTITY }, JUNIT);
    expect([denied.status, denied.body.error.message]).toEqual([
      403,
      expect.stringContaining('maturity.event.ingest'),
    ]);
    expect(store.events).toEqual([]);
  });

  describe('over a connection', () => {
    const servers: http.Server[] = [];
    afterEach(() => {
      for (const server of servers.splice(0)) {
        server.close();
        server.closeAllConnections();
      }
    });

    /** Sends a body without an end until the server has answered. */
    async function pour(headers: Record<string, string>, begin: string) {
      const { app, authorization, store } = open();
      const server = http.createServer(app);
      servers.push(server);
      await new Promise<void>(resolve => server.listen(0, resolve));
      let received = 0;
      server.on('connection', socket => {
        socket.on('close', () => {
          received = socket.bytesRead;
        });
      });
      const answer = await new Promise<{ status?: number; body: string }>(
        (resolve, reject) => {
          const sent = http.request({
            port: (server.address() as AddressInfo).port,
            path: `/v1/reports/junit?entityref=${ENTITY}`,
            method: 'POST',
            headers: { Authorization: authorization, ...headers },
          });
          let answered = false;
          sent.on('error', error => {
            if (!answered) {
              reject(error);
            }
          });
          sent.on('response', response => {
            answered = true;
            let body = '';
            response.on('data', chunk => (body += chunk));
            response.on('end', () =>
              resolve({ status: response.statusCode, body }),
            );
            response.on('error', reject);
          });
          const piece = Buffer.alloc(64 * 1024, 'x');
          const write = () => {
            while (!answered && !sent.destroyed) {
              if (!sent.write(piece)) {
                sent.once('drain', write);
                return;
              }
            }
          };
          sent.write(begin);
          write();
        },
      );
      await new Promise<void>(resolve => server.close(() => resolve()));
      return { ...answer, received, stored: store.events.length };
    }

    it.each([
      ['that says its length', { 'Content-Length': String(200 * LIMIT) }],
      ['that does not say its length', {}],
    ])(
      'refuses a report of 200 MB %s without reading it whole',
      async (_, headers) => {
        const { status, body, received, stored } = await pour(
          headers,
          '<testsuite><system-out>',
        );
        expect(status).toBe(413);
        expect(JSON.parse(body).error.message).toContain('1048576 bytes');
        expect(stored).toBe(0);
        expect(received).toBeLessThan(20 * LIMIT);
      },
    );

    it('refuses what is no report as soon as that is known', async () => {
      const { status, received } = await pour({}, '<html>');
      expect(status).toBe(400);
      expect(received).toBeLessThan(10 * LIMIT);
    });

    it('stores nothing of a report that is cut off', async () => {
      const { app, authorization, store } = open();
      const server = http.createServer(app);
      servers.push(server);
      await new Promise<void>(resolve => server.listen(0, resolve));
      const closed = new Promise(resolve => {
        server.on('connection', socket => socket.on('close', resolve));
      });
      const sent = http.request({
        port: (server.address() as AddressInfo).port,
        path: `/v1/reports/junit?entityref=${ENTITY}`,
        method: 'POST',
        headers: { Authorization: authorization },
      });
      sent.on('error', () => {});
      sent.write('<testsuite><testcase/></testsuite>');
      await new Promise(resolve => setTimeout(resolve, 100));
      sent.destroy();
      await closed;
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(store.events).toEqual([]);
    });
  });
});
