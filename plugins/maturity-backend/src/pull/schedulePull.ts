import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { PullService } from './PullService';

const TASK = 'maturity-pull';

/**
 * Has what is due pulled every minute, by one replica.
 *
 * @remarks
 *
 * The timeout is far longer than a run takes, for pages that are slow, such as
 * the clone of a large repository. A run that was killed in the middle is
 * taken up by another replica after it.
 */
export async function schedulePull(options: {
  pulls: PullService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { pulls, scheduler } = options;
  if (!pulls.isNeeded) {
    return;
  }
  await scheduler.scheduleTask({
    id: TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    // The catalog's names are needed first.
    initialDelay: { seconds: 15 },
    timeout: { minutes: 15 },
    fn: signal => pulls.run(signal),
  });
}

/** Has the task run now, unless it is running already. */
export async function triggerPull(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  try {
    await options.scheduler.triggerTask(TASK);
  } catch (error) {
    if (!isError(error) || error.name !== 'ConflictError') {
      throw error;
    }
    options.logger.debug('What is due is being pulled already');
  }
}
