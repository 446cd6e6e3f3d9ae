import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  MAX_CURSOR_LENGTH,
  RetryLaterError,
  type MappingContext,
  type PullPage,
  type PullStream,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import type { ConfiguredSource } from '../ingest/readIngestConfig';
import { beat } from './beat';
import { connectSubject } from './connectSubject';
import { backOffMs } from './domain/backOffMs';
import { errorText } from './domain/errorText';
import { restUntil } from './domain/restUntil';
import type { PageWriter } from './PageWriter';
import type { PullStore, StreamChange, StreamState } from './PullStore';
import { StorageError, storing } from './StorageError';

/** Errors that tell of one resource and not of its producer. */
const OWN_FAULTS = new Set(['NotFoundError', 'NotAllowedError', 'InputError']);

/** One stream, and how far it may go. */
export interface PullStreamOptions {
  source: ConfiguredSource;
  stream: PullStream;
  state: StreamState;
  /** How long after a success the next pull is due. Milliseconds. */
  everyMs: number;
  context: MappingContext;
  /** When it has to let others have their turn. */
  until: EpochMs;
  signal: AbortSignal;
}

/** How far a stream came. */
export type PullOutcome =
  | { kind: 'done' }
  /** Its time was over, or the process ends; it goes on where it is. */
  | { kind: 'paused' }
  | { kind: 'resting'; until: EpochMs; message: string }
  /** `isOwn`: the stream alone is to blame, as where its repository is gone. */
  | { kind: 'failed'; message: string; isOwn: boolean };

/** Pulls one stream from where it is. */
export class StreamPuller {
  readonly #knex: Knex;
  readonly #store: PullStore;
  readonly #writer: PageWriter;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #kick: () => void;

  static create(options: {
    knex: Knex;
    store: PullStore;
    writer: PageWriter;
    clock: Clock;
    logger: LoggerService;
    /** Has what is due assessed. */
    kick: () => void;
  }): StreamPuller {
    return new StreamPuller(options);
  }

  private constructor(options: Parameters<typeof StreamPuller.create>[0]) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#writer = options.writer;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#kick = options.kick;
  }

  /**
   * Pulls until the stream has no more, or its time is over.
   *
   * @throws StorageError when the database fails
   */
  async pull(options: PullStreamOptions): Promise<PullOutcome> {
    const { stream, signal } = options;
    const state = { ...options.state };
    const startedAt = this.#clock.now();
    await this.#save(options, { lastStartedAt: startedAt });
    let outcome: PullOutcome;
    try {
      outcome = await this.#readPages(options, state, startedAt);
    } catch (error) {
      if (error instanceof StorageError) {
        throw error;
      }
      outcome = signal.aborted
        ? { kind: 'paused' }
        : failureOf(error, this.#clock.now());
    }
    await this.#settle(options, state, outcome);
    if (outcome.kind === 'failed') {
      this.#logger.warn(
        `'${stream.id}' of source '${options.source.name}' could not be pulled: ${outcome.message}`,
      );
    }
    return outcome;
  }

  /** @param state - kept up to date with every page that is stored */
  async #readPages(
    options: PullStreamOptions,
    state: StreamState,
    startedAt: EpochMs,
  ): Promise<PullOutcome> {
    const { stream, context, signal, until } = options;
    const pages = stream.pull({
      cursor: state.cursor,
      now: startedAt,
      context,
      signal,
    });
    for await (const page of pages) {
      await this.#keep(options, state, page);
      if (signal.aborted || this.#clock.now() >= until) {
        return { kind: 'paused' };
      }
    }
    return { kind: 'done' };
  }

  /** First the events, then the cursor: what is read twice is a duplicate. */
  async #keep(
    options: PullStreamOptions,
    state: StreamState,
    page: PullPage,
  ): Promise<void> {
    const { source, stream } = options;
    if (page.cursor.length > MAX_CURSOR_LENGTH) {
      throw new InputError(
        `The cursor of '${stream.id}' has ${page.cursor.length} characters, more than ${MAX_CURSOR_LENGTH}`,
      );
    }
    const isHistory = state.lastSuccessAt === undefined;
    const written = await storing(() =>
      this.#writer.write({
        source,
        stream: stream.id,
        events: isHistory
          ? page.events.map(event => ({ ...event, imported: true }))
          : page.events,
        now: this.#clock.now(),
      }),
    );
    const isProgress = page.cursor !== state.cursor;
    state.cursor = page.cursor;
    state.since = page.since ?? state.since;
    state.events += written.events;
    state.failures = isProgress ? 0 : state.failures;
    const { cursor, since, failures } = state;
    await this.#save(options, { cursor, since, failures }, written);
  }

  async #settle(
    options: PullStreamOptions,
    state: StreamState,
    outcome: PullOutcome,
  ): Promise<void> {
    const now = this.#clock.now();
    switch (outcome.kind) {
      case 'paused':
        await this.#save(options, {
          state: state.lastSuccessAt === undefined ? 'history' : state.state,
          nextAt: now,
        });
        return;
      case 'resting':
        await this.#save(options, {
          state: 'resting',
          nextAt: outcome.until,
          lastError: outcome.message,
        });
        return;
      case 'failed':
        await this.#save(options, {
          state: 'failing',
          failures: state.failures + 1,
          nextAt: now + backOffMs(state.failures + 1),
          lastError: outcome.message,
        });
        return;
      default:
        await this.#succeed(options, state, now);
    }
  }

  async #succeed(
    options: PullStreamOptions,
    state: StreamState,
    now: EpochMs,
  ): Promise<void> {
    const { source, stream, everyMs } = options;
    const { connected, revived } = await storing(async () => {
      const connection = await connectSubject(this.#knex, {
        stream,
        state,
        now,
      });
      if (connection) {
        await this.#writer.write({
          source,
          stream: stream.id,
          events: [connection.event],
          now,
        });
      }
      return {
        connected: connection,
        revived: await beat(this.#knex, { source, now }),
      };
    });
    await this.#save(options, {
      state: 'current',
      lastSuccessAt: now,
      nextAt: now + everyMs,
      failures: 0,
      lastError: undefined,
      ...(connected && { namesSeq: connected.namesSeq }),
    });
    if (revived) {
      this.#kick();
    }
  }

  async #save(
    { source, stream }: PullStreamOptions,
    change: StreamChange,
    counts?: { events: number; refused: number },
  ): Promise<void> {
    const key = { source: source.name, stream: stream.id };
    await storing(() => this.#store.saveStream(key, change, counts));
  }
}

function failureOf(error: unknown, now: EpochMs): PullOutcome {
  const message = errorText(error);
  // By name too: a module may bring its own copy of the class.
  const asksToWait =
    error instanceof RetryLaterError ||
    (error instanceof Error && error.name === 'RetryLaterError');
  return asksToWait
    ? {
        kind: 'resting',
        until: restUntil((error as RetryLaterError).retryAt, now),
        message,
      }
    : {
        kind: 'failed',
        message,
        isOwn: error instanceof Error && OWN_FAULTS.has(error.name),
      };
}
