import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { writeTransaction } from '../database';
import type { RefusalSink, RefusedDelivery } from '../ingest/RefusalSink';
import {
  addRefused,
  mergePending,
  nothingPending,
  type Pending,
} from './domain/pendingRefusals';
import { writeRefusals } from './writeRefusals';

/** The shortest time between two writes of one replica. Milliseconds. */
const EVERY_MS = 2_000;

/**
 * Keeps the newest refusals of each source, and counts all.
 *
 * @remarks
 *
 * Whoever knows the address of a webhook can have deliveries refused, as many
 * as they like. So nothing is written while a delivery is answered: refusals
 * are gathered, and written together at most thirty times a minute, a bounded
 * number of rows each time. What is not written is still counted. A process
 * that dies takes its last two seconds along.
 */
export class RefusalLog implements RefusalSink {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #everyMs: number;
  #pending = new Map<string, Pending>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;

  static create(options: {
    knex: Knex;
    logger: LoggerService;
    everyMs?: number;
  }): RefusalLog {
    return new RefusalLog(options);
  }

  private constructor(options: {
    knex: Knex;
    logger: LoggerService;
    everyMs?: number;
  }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#everyMs = options.everyMs ?? EVERY_MS;
  }

  note(refused: RefusedDelivery): void {
    if (refused.refusals.length === 0) {
      return;
    }
    const { source } = refused;
    this.#pending.set(
      source,
      addRefused(this.#pending.get(source) ?? nothingPending(), refused),
    );
    this.#timer ??= setTimeout(() => this.flush(), this.#everyMs).unref();
  }

  /** Writes what was gathered. What cannot be written is kept for the next time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    if (this.#pending.size === 0) {
      return;
    }
    this.#writing = this.#write().finally(() => {
      this.#writing = undefined;
    });
    await this.#writing;
  }

  async #write(): Promise<void> {
    const pending = this.#pending;
    this.#pending = new Map();
    try {
      await writeTransaction(this.#knex, tx => writeRefusals(tx, pending));
    } catch (error) {
      this.#logger.warn(
        'What was refused could not be written down, it is tried again with the next refusal',
        error as Error,
      );
      for (const [source, before] of pending) {
        const since = this.#pending.get(source);
        this.#pending.set(source, since ? mergePending(before, since) : before);
      }
    }
  }
}
