import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { PullSource } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import type { IngestService } from '../ingest/IngestService';
import type { IngestConfig } from '../ingest/readIngestConfig';
import { PageWriter } from './PageWriter';
import { PullService } from './PullService';
import { PullStore } from './PullStore';
import { schedulePull, triggerPull } from './schedulePull';
import { StreamPuller } from './StreamPuller';

/** Options of {@link createPulls}. */
export interface CreatePullsOptions {
  knex: Knex;
  pulls: readonly PullSource[];
  ingest: IngestService;
  config: IngestConfig;
  scheduler: SchedulerService;
  auditor: AuditorService;
  logger: LoggerService;
  clock: Clock;
  /** Has what is due assessed. */
  kick: () => void;
}

/** Puts pulling together and has it run every minute. */
export async function createPulls(
  options: CreatePullsOptions,
): Promise<PullService> {
  const { ingest, config } = options;
  const store = PullStore.create(options);
  const pulls = PullService.create({
    ...options,
    store,
    puller: StreamPuller.create({
      ...options,
      store,
      writer: PageWriter.create({
        ...options,
        maxBatch: config.limits.maxBatch,
      }),
    }),
    sources: config.sources,
    contextOf: source => ingest.mappingContext(source),
    trigger: () => triggerPull(options),
  });
  await schedulePull({ ...options, pulls });
  return pulls;
}
