import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Clock } from '../assessment/Clock';
import type { EvidenceStore } from './EvidenceStore';

/** How long an upload waits for a decision that names it. */
const WAIT_MS = 24 * 60 * 60 * 1000;

/** Has uploads deleted that no decision named within a day. */
export async function scheduleEvidenceCleanup(options: {
  evidence: EvidenceStore;
  scheduler: SchedulerService;
  clock: Clock;
  logger: LoggerService;
}): Promise<void> {
  const { evidence, scheduler, clock, logger } = options;
  await scheduler.scheduleTask({
    id: 'maturity-evidence-cleanup',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    fn: async () => {
      const before = clock.now() - WAIT_MS;
      const count = await evidence.deleteUnreferenced({ before });
      if (count > 0) {
        logger.info(`Deleted ${count} uploads that no decision named`);
      }
    },
  });
}
