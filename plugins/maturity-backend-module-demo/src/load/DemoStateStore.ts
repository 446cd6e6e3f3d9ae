import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';

const MIGRATIONS_TABLE = 'maturity_demo_knex_migrations';

/** What was decided at the first start. */
export interface DemoState {
  seed: number;
  anchor: EpochMs;
  timeZone: string;
  /** When all events had been sent; absent until then. */
  loadedAt?: EpochMs;
  /** Local midnight up to which it has been topped up; absent: the anchor. */
  toppedUpTo?: EpochMs;
}

/** A row of `demo_state`; PostgreSQL gives big integers as text. */
interface DemoStateRow {
  id: number;
  seed: number | string;
  anchor: number | string;
  time_zone: string;
  loaded_at: number | string | null;
  topped_up_to: number | string | null;
}

/** Keeps the seed and the anchor of the first start, and how far it has got. */
export class DemoStateStore {
  readonly #knex: Knex;

  static async create(options: {
    database: DatabaseService;
  }): Promise<DemoStateStore> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@devops-scorecards/plugin-maturity-backend-module-demo',
          'migrations',
        ),
        tableName: MIGRATIONS_TABLE,
      });
    }
    return new DemoStateStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Returns the state of the first start, which is this one if there was none.
   * Of several replicas that start at once one decides for all.
   */
  async begin(
    first: Pick<DemoState, 'seed' | 'anchor' | 'timeZone'>,
  ): Promise<DemoState> {
    await this.#knex<DemoStateRow>('demo_state')
      .insert({
        id: 1,
        seed: first.seed,
        anchor: first.anchor,
        time_zone: first.timeZone,
      })
      .onConflict('id')
      .ignore();
    return (await this.read())!;
  }

  /** Returns the state of the first start, where there was one. */
  async read(): Promise<DemoState | undefined> {
    const row = await this.#knex<DemoStateRow>('demo_state')
      .where({ id: 1 })
      .first();
    return (
      row && {
        seed: Number(row.seed),
        anchor: Number(row.anchor),
        timeZone: row.time_zone,
        loadedAt: numberOf(row.loaded_at),
        toppedUpTo: numberOf(row.topped_up_to),
      }
    );
  }

  /** Notes that every event has been sent. */
  async finish(loadedAt: EpochMs): Promise<void> {
    await this.#knex<DemoStateRow>('demo_state')
      .where({ id: 1 })
      .update({ loaded_at: loadedAt });
  }

  /** Notes up to when it has been topped up. */
  async topUp(toppedUpTo: EpochMs): Promise<void> {
    await this.#knex<DemoStateRow>('demo_state')
      .where({ id: 1 })
      .update({ topped_up_to: toppedUpTo });
  }
}

function numberOf(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
