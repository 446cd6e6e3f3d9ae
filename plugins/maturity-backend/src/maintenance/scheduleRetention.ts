import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { RetentionConfig } from '../config/readMaturityConfig';
import { deleteExpiredRaw } from '../facts';
import { deleteExpiredEvents, deleteExpiredFacts } from './deleteExpired';

/** Options of {@link scheduleRetention}. */
export interface ScheduleRetentionOptions {
  knex: Knex;
  retention: RetentionConfig;
  scheduler: SchedulerService;
  logger: LoggerService;
  clock: { now(): EpochMs };
}

/**
 * Has deleted what is kept longer than configured; nothing is scheduled for what
 * is kept for good.
 */
export async function scheduleRetention(
  options: ScheduleRetentionOptions,
): Promise<void> {
  const { knex, retention, scheduler, logger, clock } = options;
  const { rawMs, eventsMs, factsMs } = retention;
  if (rawMs !== undefined) {
    await scheduler.scheduleTask({
      id: 'maturity-raw-retention',
      scope: 'global',
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      fn: async () => {
        const before = clock.now() - rawMs;
        const count = await deleteExpiredRaw({ knex, before });
        if (count > 0) {
          logger.info(`Deleted ${count} raw bodies that had expired`);
        }
      },
    });
  }
  if (factsMs !== undefined) {
    await scheduler.scheduleTask({
      id: 'maturity-fact-retention',
      scope: 'global',
      frequency: { hours: 6 },
      timeout: { hours: 1 },
      fn: async () => {
        const before = clock.now() - factsMs;
        const { facts, events } = await deleteExpiredFacts({ knex, before });
        if (facts > 0) {
          logger.info(
            `Deleted ${facts} facts that had expired, and ${events} events`,
          );
        }
      },
    });
  }
  if (eventsMs !== undefined) {
    let looked = 0;
    await scheduler.scheduleTask({
      id: 'maturity-event-retention',
      scope: 'global',
      frequency: { hours: 6 },
      timeout: { hours: 1 },
      fn: async () => {
        const { deleted, after } = await deleteExpiredEvents({
          knex,
          before: clock.now() - eventsMs,
          after: looked,
        });
        looked = after;
        if (deleted > 0) {
          logger.info(`Deleted ${deleted} events without a fact`);
        }
      },
    });
  }
}
