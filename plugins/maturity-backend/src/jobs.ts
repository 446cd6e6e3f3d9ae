import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AssessmentWorker } from './assessment/AssessmentWorker';
import type { Clock } from './assessment/Clock';
import { markOutdated } from './assessment/markOutdated';
import { warnOfEnding, type CalendarStore } from './calendars';
import type { CatalogProjection } from './catalog';
import type { RetentionConfig } from './config/readMaturityConfig';
import { scheduleRetention } from './maintenance/scheduleRetention';
import type { ModelStore } from './models';

/**
 * When the catalog is read again after a start, in milliseconds: a portal that
 * has just started goes on learning its entities for a while.
 */
const EARLY_REFRESHES_MS = [0, 5_000, 15_000, 30_000, 60_000];

/** Options of {@link startJobs}. */
export interface JobsOptions {
  knex: Knex;
  worker: AssessmentWorker;
  projection: CatalogProjection;
  models: ModelStore;
  calendars: CalendarStore;
  /** IANA zone in which days are cut. */
  timeZone: string;
  retention: RetentionConfig;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  clock: Clock;
}

/**
 * Starts what runs by itself: the catalog projection, the assessment of what
 * is due, and what retention deletes.
 */
export async function startJobs(options: JobsOptions): Promise<void> {
  const { knex, worker, projection, models, scheduler, clock } = options;
  const { calendars, lifecycle, logger } = options;

  async function refreshCatalog(): Promise<void> {
    await projection.refresh();
    worker.kick();
  }

  await scheduler.scheduleTask({
    id: 'maturity-catalog-projection',
    scope: 'global',
    frequency: { minutes: 2 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 10 },
    fn: refreshCatalog,
  });
  // Events have their entities assessed at once; this is for what time does,
  // and for marks whose process died. Every replica takes its share.
  await scheduler.scheduleTask({
    id: 'maturity-assess-due',
    scope: 'local',
    frequency: { seconds: 5 },
    timeout: { minutes: 30 },
    fn: async () => {
      await models.refresh();
      await calendars.refresh();
      await worker.runDue();
    },
  });
  // Soon after a start as well, where somebody reads the log.
  await scheduler.scheduleTask({
    id: 'maturity-calendars-ending',
    scope: 'local',
    frequency: { days: 1 },
    timeout: { minutes: 1 },
    fn: async () => warnOfEnding({ ...options, now: clock.now() }),
  });
  await scheduleRetention(options);

  const timers: NodeJS.Timeout[] = [];
  lifecycle.addStartupHook(async () => {
    await markOutdated(knex, { now: clock.now() });
    await worker.start();
    for (const delay of EARLY_REFRESHES_MS) {
      timers.push(
        setTimeout(() => {
          refreshCatalog().catch(error =>
            logger.warn('The catalog could not be read yet', error),
          );
        }, delay).unref(),
      );
    }
  });
  lifecycle.addShutdownHook(async () => {
    timers.forEach(timer => clearTimeout(timer));
    await worker.stop();
  });
}
