import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  EpochMs,
  PullStatus,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  MappingContext,
  PullSource,
  PullStream,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import { compareText } from '../facts/domain/compareText';
import type { ConfiguredSource } from '../ingest/readIngestConfig';
import { backOffMs } from './domain/backOffMs';
import { errorText } from './domain/errorText';
import { listNames } from './listNames';
import type { PullSourceState, PullStore, StreamState } from './PullStore';
import { storing } from './StorageError';
import type { PullOutcome, StreamPuller } from './StreamPuller';

/** How long a source may take of one run, and a stream of that. Milliseconds. */
const SOURCE_BUDGET_MS = 120_000;
const STREAM_BUDGET_MS = 30_000;

/** So many streams failing one after the other are the fault of their source. */
const FAILURES_IN_A_ROW = 3;

/** What a {@link PullService} is made of. */
export interface PullServiceOptions {
  knex: Knex;
  store: PullStore;
  puller: StreamPuller;
  /** Of modules; one that is not configured is not pulled. */
  pulls: readonly PullSource[];
  sources: readonly ConfiguredSource[];
  contextOf: (source: ConfiguredSource) => MappingContext;
  /** Has a run begin soon. */
  trigger: () => Promise<void>;
  clock: Clock;
  logger: LoggerService;
  budgets?: { sourceMs: number; streamMs: number };
}

interface ConfiguredPull {
  pull: PullSource;
  source: ConfiguredSource;
}

/**
 * Pulls what is due, source beside source, and within a source one stream
 * after the other.
 *
 * @remarks
 *
 * One replica runs it at a time. Should two ever do, because one hung until its
 * turn had run out, the worst is that something is read twice.
 *
 * A stream has its turn for half a minute and then waits behind the others, so
 * that a long history starves nobody.
 */
export class PullService {
  readonly #options: PullServiceOptions;
  readonly #configured: readonly ConfiguredPull[];

  static create(options: PullServiceOptions): PullService {
    return new PullService(options);
  }

  private constructor(options: PullServiceOptions) {
    this.#options = options;
    this.#configured = options.pulls.flatMap(pull => {
      const source = options.sources.find(({ name }) => name === pull.id);
      return source ? [{ pull, source }] : [];
    });
  }

  /** Whether there is anything that could ever be pulled. */
  get isNeeded(): boolean {
    return this.#configured.length > 0;
  }

  /**
   * Pulls what is due, until it is done or its time is over.
   *
   * @throws the first failure of the database, when all sources have stopped
   */
  async run(signal: AbortSignal): Promise<void> {
    const runs = await Promise.allSettled(
      this.#configured.map(configured => this.#runSource(configured, signal)),
    );
    const failed = runs.find(({ status }) => status === 'rejected');
    if (failed) {
      throw (failed as PromiseRejectedResult).reason;
    }
  }

  /**
   * Has all streams of a source pulled as soon as possible. One that the
   * producer asked to wait for goes on waiting.
   *
   * @throws NotFoundError for a source that is not pulled
   */
  async pullNow(source: string): Promise<void> {
    if (!this.#configured.some(({ pull }) => pull.id === source)) {
      throw new NotFoundError(
        `The source '${source}' is not pulled: configure maturity.sources.${source}.pull, and install the module of its type`,
      );
    }
    await this.#options.store.bringForward(source, this.#options.clock.now());
    await this.#options.trigger();
  }

  /** How every stream is getting on, in the order of sources and ids. */
  async statuses(): Promise<PullStatus[]> {
    const { store, clock } = this.#options;
    const statuses: PullStatus[] = [];
    for (const { pull } of this.#configured) {
      const state = await store.readSource(pull.id);
      const streams = await store.statuses(pull.id);
      const message = pull.problem ?? state.lastError;
      if (message !== undefined) {
        statuses.push(statusOfSource({ pull, state, message }));
      }
      statuses.push(
        ...streams
          .map(status => withRest(status, state, clock.now()))
          .sort((a, b) => compareText(a.stream ?? '', b.stream ?? '')),
      );
    }
    return statuses;
  }

  async #runSource(
    configured: ConfiguredPull,
    signal: AbortSignal,
  ): Promise<void> {
    const { pull, source } = configured;
    const { knex, store, clock } = this.#options;
    const startedAt = clock.now();
    const state = await storing(() => store.readSource(pull.id));
    if (pull.problem || state.restUntil > startedAt || signal.aborted) {
      return;
    }
    let streams: Map<string, PullStream>;
    try {
      const listed = await pull.streams({
        names: scheme => listNames(knex, { scheme, entities: source.entities }),
      });
      streams = new Map(listed.map(stream => [stream.id, stream]));
    } catch (error) {
      await this.#failSource(pull, state, errorText(error));
      return;
    }
    const states = await storing(() =>
      store.listed({
        source: pull.id,
        streams: [...streams.keys()],
        now: startedAt,
      }),
    );
    await this.#runStreams({
      ...configured,
      state,
      due: states.flatMap(stream =>
        stream.nextAt <= startedAt
          ? [{ state: stream, stream: streams.get(stream.stream)! }]
          : [],
      ),
      until: startedAt + (this.#options.budgets?.sourceMs ?? SOURCE_BUDGET_MS),
      signal,
    });
  }

  async #runStreams(
    options: ConfiguredPull & {
      state: PullSourceState;
      due: { stream: PullStream; state: StreamState }[];
      until: EpochMs;
      signal: AbortSignal;
    },
  ): Promise<void> {
    const { pull, source, due, until, signal } = options;
    const { puller, clock } = this.#options;
    const streamMs = this.#options.budgets?.streamMs ?? STREAM_BUDGET_MS;
    const context = this.#options.contextOf(source);
    let inARow = 0;
    for (const { stream, state } of due) {
      const now = clock.now();
      if (signal.aborted || now >= until) {
        return;
      }
      const outcome = await puller.pull({
        source,
        stream,
        state,
        everyMs: pull.everyMs,
        context,
        until: Math.min(until, now + streamMs),
        signal,
      });
      if (outcome.kind !== 'failed') {
        inARow = 0;
      } else if (!outcome.isOwn) {
        inARow += 1;
      }
      if (!(await this.#goOn({ ...options, outcome, inARow }))) {
        return;
      }
    }
  }

  /** @returns whether the next stream of the source has its turn */
  async #goOn(options: {
    pull: PullSource;
    state: PullSourceState;
    outcome: PullOutcome;
    inARow: number;
  }): Promise<boolean> {
    const { pull, state, outcome, inARow } = options;
    const { store } = this.#options;
    if (outcome.kind === 'resting') {
      await storing(() =>
        store.saveSource(pull.id, {
          restUntil: outcome.until,
          failures: 0,
          lastError: undefined,
        }),
      );
      return false;
    }
    if (outcome.kind === 'failed') {
      if (inARow < FAILURES_IN_A_ROW) {
        return true;
      }
      await this.#failSource(
        pull,
        state,
        `${inARow} streams failed one after the other, the last with: ${outcome.message}`,
      );
      return false;
    }
    if (state.failures > 0 || state.lastError !== undefined) {
      state.failures = 0;
      state.lastError = undefined;
      await storing(() =>
        store.saveSource(pull.id, { ...state, restUntil: 0 }),
      );
    }
    return true;
  }

  async #failSource(
    pull: PullSource,
    state: PullSourceState,
    message: string,
  ): Promise<void> {
    const { store, clock, logger } = this.#options;
    const failures = state.failures + 1;
    logger.warn(`Source '${pull.id}' could not be pulled: ${message}`);
    await storing(() =>
      store.saveSource(pull.id, {
        restUntil: clock.now() + backOffMs(failures),
        failures,
        lastError: errorText(message),
      }),
    );
  }
}

function statusOfSource(options: {
  pull: PullSource;
  state: PullSourceState;
  message: string;
}): PullStatus {
  const { pull, state, message } = options;
  return {
    source: pull.id,
    state: 'failing',
    nextAt: state.restUntil > 0 ? state.restUntil : undefined,
    failures: state.failures,
    lastError: errorText(message),
    events: 0,
    refused: 0,
  };
}

/** No stream has its turn while its source rests. */
function withRest(
  status: PullStatus,
  { restUntil }: PullSourceState,
  now: EpochMs,
): PullStatus {
  return restUntil > now && (status.nextAt ?? 0) < restUntil
    ? { ...status, nextAt: restUntil }
    : status;
}
