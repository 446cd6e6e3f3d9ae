import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  EpochMs,
  MaintenanceRun,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber, toOptionalNumber } from '../database';

/** A run that has not moved for so long is dead. Milliseconds. */
const DEAD_AFTER_MS = 5 * 60_000;

/** How many of the last runs are listed. */
const LISTED = 20;

/** Tells how far the work is. */
export type ReportProgress = (done: number, total: number) => Promise<void>;

/**
 * Long work that operators start and look at while it runs.
 *
 * @remarks
 *
 * One run of a kind at a time, on all replicas together: a second one is
 * refused while the first one moves.
 */
export class MaintenanceRuns {
  readonly #knex: Knex;
  readonly #clock: { now(): EpochMs };
  readonly #logger: LoggerService;
  readonly #running = new Set<Promise<void>>();

  static create(options: {
    knex: Knex;
    clock: { now(): EpochMs };
    logger: LoggerService;
  }): MaintenanceRuns {
    return new MaintenanceRuns(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: { now(): EpochMs };
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /**
   * Starts work in the background.
   *
   * @returns the run, as it begins
   * @throws ConflictError while another run of the kind goes on
   */
  async start(
    kind: MaintenanceRun['kind'],
    work: (report: ReportProgress) => Promise<void>,
  ): Promise<MaintenanceRun> {
    const now = this.#clock.now();
    const id = await this.#knex.transaction(async tx => {
      // The knowledge row is what writers queue at; here it keeps two replicas
      // from starting at the same moment.
      await tx('knowledge').where({ id: 1 }).update({ id: 1 });
      const other = await tx('maintenance_run')
        .where({ kind, state: 'running' })
        .where('updated_at', '>', now - DEAD_AFTER_MS)
        .first('id');
      if (other) {
        throw new ConflictError(
          `A run of '${kind}' goes on already: wait until it has ended`,
        );
      }
      const [row] = await tx('maintenance_run')
        .insert({ kind, state: 'running', started_at: now, updated_at: now })
        .returning('id');
      return row.id as number;
    });
    const running = this.#run(id, kind, work).finally(() =>
      this.#running.delete(running),
    );
    this.#running.add(running);
    const [run] = await this.#read(query => query.where({ id }));
    return run;
  }

  /** The last runs, the newest first. */
  async list(): Promise<MaintenanceRun[]> {
    return await this.#read(query => query.orderBy('id', 'desc').limit(LISTED));
  }

  /** Resolves when nothing runs on this replica. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #run(
    id: number,
    kind: MaintenanceRun['kind'],
    work: (report: ReportProgress) => Promise<void>,
  ): Promise<void> {
    const update = (row: Record<string, unknown>) =>
      this.#knex('maintenance_run')
        .where({ id })
        .update({ ...row, updated_at: this.#clock.now() });
    try {
      await work(async (done, total) => {
        await update({ done, total });
      });
      await update({ state: 'done', finished_at: this.#clock.now() });
    } catch (error) {
      this.#logger.error(`The run of '${kind}' failed`, error as Error);
      await update({
        state: 'failed',
        finished_at: this.#clock.now(),
        // What the driver says names the server: for the log only.
        problem: 'It failed; the log of the portal says why.',
      }).catch(cause =>
        this.#logger.error(`That '${kind}' failed could not be kept`, cause),
      );
    }
  }

  async #read(
    select: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<MaintenanceRun[]> {
    const now = this.#clock.now();
    const rows = await select(this.#knex('maintenance_run').select('*'));
    return rows.map((row: any): MaintenanceRun => {
      const updatedAt = toNumber(row.updated_at);
      const died = row.state === 'running' && updatedAt <= now - DEAD_AFTER_MS;
      return {
        id: row.id,
        kind: row.kind,
        state: died ? 'failed' : row.state,
        done: toNumber(row.done),
        total: toNumber(row.total),
        startedAt: toNumber(row.started_at),
        finishedAt: toOptionalNumber(row.finished_at),
        problem: died
          ? 'Its process ended; start it again.'
          : row.problem ?? undefined,
      };
    });
  }
}
