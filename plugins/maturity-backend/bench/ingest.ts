/*
 * Ingest over HTTP against the database alone, on every database of
 * openDatabases: batches of 500 CDEvents of 1 kB with a service token; log, facts,
 * attribution and due marks are committed before the 202. The other side inserts
 * the same rows of the log, with the same indexes, 500 a statement, over one
 * connection. Both take turns.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { component } from '../src/facts/__testUtils__/events';
import { maturityPlugin } from '../src/plugin';
import { openDatabases, type BenchDatabase } from './openDatabases';
import { printRow } from './percentiles';

const BATCH = 500;
const BATCHES = 10;
const ROUNDS = 5;
const SERVICES = 50;
const NOW = Date.now();

function cdevent(number: number) {
  const id = `bench-${number}`;
  const type = 'dev.cdevents.pipelinerun.finished.0.3.0';
  const timestamp = new Date(NOW - (number % 8_000_000) * 1000).toISOString();
  return {
    specversion: '1.0',
    id,
    source: '/bench',
    type,
    time: timestamp,
    datacontenttype: 'application/json',
    entityref: `component:default/service-${number % SERVICES}`,
    data: {
      context: {
        specversion: '0.5.1',
        id,
        source: '/bench',
        type,
        timestamp,
      },
      subject: {
        id: `run-${number}`,
        content: {
          pipelineName: 'build',
          outcome: 'success',
          uri: `https://ci.example.com/run/${number}`,
        },
      },
      customData: {
        branch: 'main',
        trunk: true,
        commit: 'c0ffee'.repeat(6).slice(0, 40),
        // Fills the event up to a kilobyte.
        note: 'x'.repeat(330),
      },
    },
  };
}

function post(options: {
  port: number;
  token: string;
  agent: http.Agent;
  body: string;
}): Promise<number> {
  const { port, token, agent, body } = options;
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method: 'POST',
        path: '/api/maturity/v1/events',
        headers: {
          authorization: token,
          'content-type': 'application/cloudevents-batch+json',
          'content-length': Buffer.byteLength(body),
        },
      },
      response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Rows of the log as ingest wrote them, to be written again under new numbers. */
async function readRows(knex: Knex) {
  const log = await knex('event_log').orderBy('seq').limit(BATCH);
  const seqs = log.map(row => row.seq);
  const keys = await knex('event_key').whereIn('seq', seqs);
  const raw = await knex('event_raw').whereIn('seq', seqs);
  return { log, keys, raw };
}

async function insertRaw(
  knex: Knex,
  rows: Awaited<ReturnType<typeof readRows>>,
  offset: number,
): Promise<void> {
  const renumber = (row: any) => ({ ...row, seq: Number(row.seq) + offset });
  await knex.transaction(async tx => {
    await tx('event_key').insert(
      rows.keys.map((row, index) => ({
        ...renumber(row),
        key_hash: `${offset}-${index}`.padStart(64, '0'),
      })),
    );
    await tx('event_log').insert(rows.log.map(renumber));
    await tx('event_raw').insert(rows.raw.map(renumber));
  });
}

async function measureDatabase({ name, settings, knex }: BenchDatabase) {
  const backend = await startTestBackend({
    features: [
      maturityPlugin,
      catalogServiceMock.factory({
        entities: Array.from({ length: SERVICES }, (_, index) =>
          component(`service-${index}`),
        ),
      }),
      mockServices.database.factory({ knex }),
      mockServices.logger.factory({ level: 'none' }),
      mockServices.rootConfig.factory({
        data: {
          maturity: {
            sources: {
              bench: { callers: ['external:test-service'], entities: ['*'] },
            },
          },
        },
      }),
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const token = mockCredentials.service.header();
  let number = 0;
  const bodies = () =>
    Array.from({ length: BATCHES }, () =>
      JSON.stringify(
        Array.from({ length: BATCH }, () => {
          number += 1;
          return cdevent(number);
        }),
      ),
    );
  const overHttp = async () => {
    const prepared = bodies();
    const begun = performance.now();
    for (const body of prepared) {
      const status = await post({ port, token, agent, body });
      if (status !== 202) {
        throw new Error(`A batch was answered with ${status}`);
      }
    }
    return (BATCH * BATCHES * 1000) / (performance.now() - begun);
  };
  // Learns the entities, and warms up.
  await overHttp();
  const rows = await readRows(knex);
  let offset = 1_000_000_000;
  const directly = async () => {
    const begun = performance.now();
    for (let batch = 0; batch < BATCHES; batch += 1) {
      offset += 1_000;
      await insertRaw(knex, rows, offset);
    }
    return (BATCH * BATCHES * 1000) / (performance.now() - begun);
  };
  const ratios: number[] = [];
  const speeds: { http: number; raw: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const raw = await directly();
    const viaHttp = await overHttp();
    ratios.push(viaHttp / raw);
    speeds.push({ http: viaHttp, raw });
  }
  agent.destroy();
  await backend.stop();
  const median = (values: number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  process.stdout.write(`\n${name} (${settings})\n\n`);
  printRow('', 'events/s', 'of raw', 'min to max');
  printRow('---', '---', '---', '---');
  printRow('raw', median(speeds.map(({ raw }) => raw)), '1', '');
  printRow(
    'HTTP',
    median(speeds.map(speed => speed.http)),
    median(ratios).toFixed(2),
    `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
  );
}

async function main() {
  const { databases, close } = await openDatabases();
  try {
    for (const database of databases) {
      await measureDatabase(database);
    }
  } finally {
    await close();
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
