import type {
  EpochMs,
  PullState,
  PullStatus,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  chunksOf,
  fromFlag,
  insertRows,
  toNumber,
  toOptionalNumber,
} from '../database';

/** Where a stream is. */
export interface StreamState {
  stream: string;
  state: PullState;
  cursor?: string;
  since?: EpochMs;
  namesSeq?: number;
  lastSuccessAt?: EpochMs;
  nextAt: EpochMs;
  failures: number;
  events: number;
}

/** What concerns all streams of a source. */
export interface PullSourceState {
  restUntil: EpochMs;
  failures: number;
  lastError?: string;
}

/** What a stream learnt. `undefined` empties a column, absence leaves it. */
export interface StreamChange {
  state?: PullState;
  cursor?: string;
  since?: EpochMs;
  namesSeq?: number;
  lastStartedAt?: EpochMs;
  lastSuccessAt?: EpochMs;
  nextAt?: EpochMs;
  failures?: number;
  lastError?: string;
}

const COLUMNS: Readonly<Record<keyof StreamChange, string>> = {
  state: 'state',
  cursor: 'cursor',
  since: 'since',
  namesSeq: 'names_seq',
  lastStartedAt: 'last_started_at',
  lastSuccessAt: 'last_success_at',
  nextAt: 'next_at',
  failures: 'failures',
  lastError: 'last_error',
};

/** Keeps where streams are and how they are getting on. */
export class PullStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): PullStore {
    return new PullStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Notes which streams a source has now. One that is new is due at once; one
   * that it had before goes on where it was.
   *
   * @returns their states, the longest due first
   */
  async listed(options: {
    source: string;
    streams: readonly string[];
    now: EpochMs;
  }): Promise<StreamState[]> {
    const { source, streams, now } = options;
    const known = await this.#knex('pull_stream').where({ source }).select('*');
    const wanted = new Set(streams);
    const had = new Map(known.map(row => [row.stream, fromFlag(row.listed)]));
    const fresh = [...wanted].filter(stream => !had.has(stream));
    await insertRows(this.#knex, {
      table: 'pull_stream',
      rows: fresh.map(stream => ({ source, stream, next_at: now })),
      ignoreOn: ['source', 'stream'],
    });
    for (const listed of [1, 0]) {
      const moved = [...had]
        .filter(([stream, was]) => {
          const is = wanted.has(stream);
          return is !== was && is === (listed === 1);
        })
        .map(([stream]) => stream);
      for (const chunk of chunksOf(moved)) {
        await this.#knex('pull_stream')
          .where({ source })
          .whereIn('stream', chunk)
          .update({ listed });
      }
    }
    return [
      ...known.filter(row => wanted.has(row.stream)).map(toStreamState),
      ...fresh.map(
        (stream): StreamState => ({
          stream,
          state: 'waiting',
          nextAt: now,
          failures: 0,
          events: 0,
        }),
      ),
    ].sort((a, b) => a.nextAt - b.nextAt);
  }

  async readSource(source: string): Promise<PullSourceState> {
    const row = await this.#knex('pull_source').where({ source }).first();
    return {
      restUntil: toNumber(row?.rest_until ?? 0),
      failures: row?.failures ?? 0,
      lastError: row?.last_error ?? undefined,
    };
  }

  async saveSource(source: string, state: PullSourceState): Promise<void> {
    await this.#knex('pull_source')
      .insert({
        source,
        rest_until: state.restUntil,
        failures: state.failures,
        last_error: state.lastError ?? null,
      })
      .onConflict('source')
      .merge();
  }

  /** @param counts - what is added */
  async saveStream(
    key: { source: string; stream: string },
    change: StreamChange,
    counts: { events?: number; refused?: number } = {},
  ): Promise<void> {
    const { events = 0, refused = 0 } = counts;
    await this.#knex('pull_stream')
      .where(key)
      .update({
        ...Object.fromEntries(
          Object.entries(change).map(([name, value]) => [
            COLUMNS[name as keyof StreamChange],
            value ?? null,
          ]),
        ),
        events: this.#knex.raw('events + ?', [events]),
        refused: this.#knex.raw('refused + ?', [refused]),
      });
  }

  /** Has all streams of a source wait no longer for their time. */
  async bringForward(source: string, now: EpochMs): Promise<void> {
    await this.#knex('pull_stream')
      .where({ source, listed: 1 })
      .where('next_at', '>', now)
      .update({ next_at: now });
    // A producer that asked to wait is not asked any sooner.
    await this.#knex('pull_source')
      .where({ source })
      .where('failures', '>', 0)
      .update({ rest_until: 0 });
  }

  /** Statuses of the streams that a source has now, by their ids. */
  async statuses(source: string): Promise<PullStatus[]> {
    const rows = await this.#knex('pull_stream')
      .where({ source, listed: 1 })
      .select('*');
    return rows.map(row => ({
      source,
      stream: row.stream,
      state: row.state,
      lastStartedAt: toOptionalNumber(row.last_started_at),
      lastSuccessAt: toOptionalNumber(row.last_success_at),
      nextAt: toNumber(row.next_at),
      failures: row.failures,
      lastError: row.last_error ?? undefined,
      events: toNumber(row.events),
      refused: toNumber(row.refused),
    }));
  }
}

function toStreamState(row: Record<string, any>): StreamState {
  return {
    stream: row.stream,
    state: row.state,
    cursor: row.cursor ?? undefined,
    since: toOptionalNumber(row.since),
    namesSeq: toOptionalNumber(row.names_seq),
    lastSuccessAt: toOptionalNumber(row.last_success_at),
    nextAt: toNumber(row.next_at),
    failures: row.failures,
    events: toNumber(row.events),
  };
}
