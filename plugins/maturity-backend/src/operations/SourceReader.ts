import { NotFoundError } from '@backstage/errors';
import type {
  EpochMs,
  PullStatus,
  SourceDetail,
  SourceStatus,
  SourceTotals,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import { sourceStatuses } from '../facts';
import { compareText } from '../facts/domain/compareText';
import { describeSource } from './domain/describeSource';
import { readConflicts } from './readConflicts';
import { readHeartbeats, readStreamCounts } from './readPulse';
import { readRefusals } from './readRefusals';
import type { SourceCatalogue } from './SourceCatalogue';

/** Most streams, refusals and conflicts of one source that are listed. */
const MOST_STREAMS = 200;
const MOST_RECENT = 50;

const NOTHING = {
  events: 0,
  unmapped: 0,
  conflicts: 0,
  refused: 0,
  ahead: 0,
  aheadMs: 0,
};

/** Tells operators how sources are getting on. */
export class SourceReader {
  readonly #knex: Knex;
  readonly #catalogue: SourceCatalogue;
  readonly #pulls: { statuses(): Promise<PullStatus[]> };
  readonly #clock: Clock;

  static create(options: {
    knex: Knex;
    catalogue: SourceCatalogue;
    pulls: { statuses(): Promise<PullStatus[]> };
    clock: Clock;
  }): SourceReader {
    return new SourceReader(options);
  }

  private constructor(options: {
    knex: Knex;
    catalogue: SourceCatalogue;
    pulls: { statuses(): Promise<PullStatus[]> };
    clock: Clock;
  }) {
    this.#knex = options.knex;
    this.#catalogue = options.catalogue;
    this.#pulls = options.pulls;
    this.#clock = options.clock;
  }

  /** Every source that is configured, or that ever sent, by name. */
  async list(): Promise<SourceStatus[]> {
    const totals = new Map(
      (await sourceStatuses({ knex: this.#knex })).map(row => [
        row.source,
        row,
      ]),
    );
    const heartbeats = await readHeartbeats(this.#knex);
    const streams = await readStreamCounts(this.#knex);
    const names = new Set([
      ...this.#catalogue.configured().map(({ name }) => name),
      ...totals.keys(),
    ]);
    return [...names].sort(compareText).map(name =>
      this.#describe({
        totals: totals.get(name) ?? { source: name, ...NOTHING },
        heartbeat: heartbeats.get(name),
        streams: streams.get(name),
      }),
    );
  }

  /** @throws NotFoundError where no source is called so */
  async get(source: string): Promise<SourceDetail> {
    const status = (await this.list()).find(one => one.source === source);
    if (!status) {
      throw new NotFoundError(
        `There is no source '${source}': none of that name is configured or has ever sent`,
      );
    }
    const pulls = status.doors.pull ? await this.#pulls.statuses() : [];
    return {
      ...status,
      pulls: pulls
        .filter(pull => pull.source === source)
        .sort(
          (a, b) =>
            Number(b.state === 'failing') - Number(a.state === 'failing'),
        )
        .slice(0, MOST_STREAMS),
      refusals: await readRefusals(this.#knex, { source, limit: MOST_RECENT }),
      recentConflicts: await readConflicts(this.#knex, {
        source,
        limit: MOST_RECENT,
      }),
    };
  }

  #describe(options: {
    totals: SourceTotals;
    heartbeat: EpochMs | undefined;
    streams: SourceStatus['streams'];
  }): SourceStatus {
    const { totals, heartbeat, streams } = options;
    const known = this.#catalogue.find(totals.source);
    const { staleAfterMs } = known;
    const description = describeSource(known);
    const seen = Math.max(
      totals.lastReceivedAt ?? -Infinity,
      heartbeat ?? -Infinity,
    );
    const lag = this.#clock.now() - seen;
    const isSeen = Number.isFinite(seen);
    return {
      ...totals,
      ...description,
      ...(streams && description.doors.pull && { streams }),
      // Clocks of replicas differ.
      ...(isSeen && { lastSeenAt: seen, lag: Math.max(0, lag) }),
      ...(staleAfterMs !== undefined && { staleAfterMs }),
      stale: isSeen && staleAfterMs !== undefined && lag > staleAfterMs,
    };
  }
}
