import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { LevelChangeListener } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { AssessingEventStore } from './assessment/AssessingEventStore';
import type { AssessmentContext } from './assessment/AssessmentContext';
import { AssessmentWorker } from './assessment/AssessmentWorker';
import type { Clock } from './assessment/Clock';
import { DeliveryGate } from './assessment/DeliveryGate';
import { LevelPublisher } from './assessment/LevelPublisher';
import type { CalendarStore } from './calendars';
import { CatalogProjection } from './catalog';
import { createAllowList } from './config/createAllowList';
import type { MaturityConfig } from './config/readMaturityConfig';
import { DatabaseEventStore } from './facts';
import type { EventStore } from './ingest/EventStore';
import type { MetricRegistry } from './metrics';
import type { ModelStore } from './models';

/** Options of {@link createAssessment}. */
export interface CreateAssessmentOptions {
  knex: Knex;
  config: MaturityConfig;
  metrics: MetricRegistry;
  models: ModelStore;
  calendars: CalendarStore;
  listeners: readonly LevelChangeListener[];
  catalog: CatalogService;
  auth: AuthService;
  events: EventsService;
  logger: LoggerService;
  clock: Clock;
}

/** Everything between an event that came in and a level that changed. */
export interface Assessment {
  context: AssessmentContext;
  worker: AssessmentWorker;
  projection: CatalogProjection;
  /** Has what events touch assessed as soon as they are committed. */
  store: EventStore;
  /** Lets deliveries go before assessments. */
  gate: DeliveryGate;
}

/** Puts event log, catalog projection and assessment together. */
export function createAssessment(options: CreateAssessmentOptions): Assessment {
  const { knex, config, metrics, models, logger, clock } = options;
  const { sources } = config.ingest;
  const context: AssessmentContext = {
    knex,
    models,
    metrics: metrics.list(),
    calendars: options.calendars,
    alertRule: config.alertRule,
    timeZone: config.timeZone,
    sourceOrder: sources.map(({ name }) => name),
    staleAfter: Object.fromEntries(
      sources.map(({ name, staleAfterMs }) => [name, staleAfterMs]),
    ),
  };
  const gate = new DeliveryGate();
  const worker = AssessmentWorker.create({
    context,
    gate,
    publisher: LevelPublisher.create(options),
    clock,
    logger,
  });
  const projection = CatalogProjection.create({
    knex,
    catalog: options.catalog,
    auth: options.auth,
    logger,
    clock: () => clock.now(),
    allows: createAllowList(sources),
  });

  async function learnEntities(entityRefs: string[]): Promise<void> {
    try {
      await projection.refreshSome(entityRefs);
      worker.kick();
    } catch (error) {
      logger.warn(
        'Entities that events name could not be read from the catalog yet',
        error as Error,
      );
    }
  }

  const store = new AssessingEventStore({
    store: DatabaseEventStore.create({
      knex,
      // Learnt in the background: the sender does not wait for the catalog.
      onUnknownEntities: entityRefs => {
        learnEntities(entityRefs);
      },
    }),
    kick: () => worker.kick(),
    gate,
  });
  return { context, worker, projection, store, gate };
}
