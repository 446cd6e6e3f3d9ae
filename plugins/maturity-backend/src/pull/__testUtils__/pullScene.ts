import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  StatementRank,
  type EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  PullPage,
  PullRequest,
  PullSource,
  PullStream,
  PullSubject,
  SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { DatabaseEventStore } from '../../facts';
import { IngestService } from '../../ingest/IngestService';
import { readIngestConfig } from '../../ingest/readIngestConfig';
import { PageWriter } from '../PageWriter';
import { PullService } from '../PullService';
import { PullStore } from '../PullStore';
import { StreamPuller } from '../StreamPuller';

export const START = Date.UTC(2026, 10, 20, 8);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export const SUBJECT: PullSubject = {
  eventSource: 'https://forge.test/acme/shop',
  aliases: [{ scheme: 'repository', value: 'forge.test/acme/shop' }],
  kinds: ['run'],
};

/** A finished run as a source maps it. */
export function run(id: string, at: EpochMs = START - DAY_MS): SourceEvent {
  return {
    eventSource: SUBJECT.eventSource,
    eventId: `runs/${id}`,
    contents: `runs/${id}`,
    type: 'test.run',
    occurredAt: at,
    aliases: [...SUBJECT.aliases],
    statements: [
      {
        kind: 'run',
        key: id,
        rank: StatementRank.Finished,
        occurredAt: at,
        fields: { finishedAt: at, outcome: 'success' },
      },
    ],
    envelope: {},
  };
}

/** A stream that answers as a test says. */
export function stream(
  id: string,
  pull: (request: PullRequest) => AsyncIterable<PullPage>,
  subject: Partial<PullSubject> = {},
): PullStream {
  return { id, subject: { ...SUBJECT, ...subject }, pull };
}

/** A stream with these pages, of which the cursor is the number read. */
export function pages(
  id: string,
  contents: SourceEvent[][],
  options: {
    subject?: Partial<PullSubject>;
    /** Called before a page is handed out. */
    before?: (page: number) => void;
  } = {},
): PullStream {
  return stream(
    id,
    async function* pull({ cursor }) {
      for (let n = Number(cursor ?? 0); n < contents.length; n += 1) {
        options.before?.(n);
        yield {
          events: contents[n],
          cursor: String(n + 1),
          since: START - 90 * DAY_MS,
        };
      }
    },
    options.subject,
  );
}

/** Pulling on a migrated database, with time in our hands. */
export function createPullScene(
  knex: Knex,
  options: {
    streams: PullStream[] | PullSource['streams'];
    problem?: string;
    config?: JsonObject;
    budgets?: { sourceMs: number; streamMs: number };
    maxBatch?: number;
  },
) {
  let now = START;
  const clock = { now: () => now };
  const { streams } = options;
  const listed = { streams };
  const pull: PullSource = {
    id: 'forge',
    about: { type: 'forge', title: 'Forge', facts: ['run'], names: [] },
    everyMs: 10 * MINUTE_MS,
    problem: options.problem,
    streams: async surroundings =>
      Array.isArray(listed.streams)
        ? listed.streams
        : await listed.streams(surroundings),
  };
  const config = readIngestConfig(
    new ConfigReader({
      maturity: {
        ingest: { maxBatch: options.maxBatch ?? 1000 },
        sources: { forge: { entities: ['*'], ...options.config } },
      },
    }),
  );
  const eventStore = DatabaseEventStore.create({ knex });
  const ingest = IngestService.create({ store: eventStore, ...config });
  const ingested = jest.spyOn(ingest, 'ingestEvents');
  const store = PullStore.create({ knex });
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async () => {},
  });
  const kick = jest.fn();
  const trigger = jest.fn(async () => {});
  const service = PullService.create({
    knex,
    store,
    puller: StreamPuller.create({
      knex,
      store,
      writer: PageWriter.create({
        ingest,
        auditor,
        logger,
        maxBatch: config.limits.maxBatch,
      }),
      clock,
      logger,
      kick,
    }),
    pulls: [pull],
    sources: config.sources,
    contextOf: source => ingest.mappingContext(source),
    trigger,
    clock,
    logger,
    budgets: options.budgets,
  });
  const controller = new AbortController();
  return {
    service,
    eventStore,
    ingested,
    auditor,
    logger,
    kick,
    trigger,
    clock,
    abort: () => controller.abort(),
    run: () => service.run(controller.signal),
    /** What the source lists from now on. */
    list(next: PullStream[]) {
      listed.streams = next;
    },
    setTime(at: EpochMs) {
      now = at;
    },
    wait(ms: number) {
      now += ms;
    },
    /** Keys of all stored runs. */
    runs: (): Promise<string[]> => knex('run').orderBy('key').pluck('key'),
    /** How each stream is getting on. */
    async status(id?: string) {
      const statuses = await service.statuses();
      return statuses.find(({ stream: name }) => name === id);
    },
  };
}

export type PullScene = ReturnType<typeof createPullScene>;
