import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  maturityLevelsExtensionPoint,
  maturityMetricsExtensionPoint,
  maturityModelsExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { systemClock } from './assessment/Clock';
import { CalendarStore, readCalendars } from './calendars';
import { readMaturityConfig } from './config/readMaturityConfig';
import { letDeliveriesGoFirst } from './assessment/letDeliveriesGoFirst';
import { createAssessment } from './createAssessment';
import { applyMigrations } from './database';
import { createDecisions } from './decisions/createDecisions';
import { scheduleEvidenceCleanup } from './decisions/scheduleEvidenceCleanup';
import {
  LevelsExtensionPoint,
  MetricsExtensionPoint,
  ModelsExtensionPoint,
  SourcesExtensionPoint,
} from './extensionPoints';
import { createImports } from './imports';
import { createDoors } from './ingest/createDoors';
import { IngestService } from './ingest/IngestService';
import { readReportLimit } from './ingest/reports/readReportLimit';
import { subscribeTopics } from './ingest/topics/subscribeTopics';
import { startJobs } from './jobs';
import { createMaintenance } from './maintenance/createMaintenance';
import { DatabaseModelStore, loadModels, readModelPacks } from './models';
import { EntityAuthorizer } from './permissions';
import { registerPermissions } from './permissions/registerPermissions';
import { createOperations } from './operations/createOperations';
import { RefusalLog } from './operations/RefusalLog';
import { createPulls } from './pull';
import { createReaders, EntityReader } from './reads';
import { createRouter } from './router';

/**
 * The backend of the maturity scorecards.
 *
 * @public
 */
export const maturityPlugin = createBackendPlugin({
  pluginId: 'maturity',
  register(env) {
    const sources = new SourcesExtensionPoint();
    const metrics = new MetricsExtensionPoint();
    const modelPacks = new ModelsExtensionPoint();
    const listeners = new LevelsExtensionPoint();
    env.registerExtensionPoint(maturitySourcesExtensionPoint, sources);
    env.registerExtensionPoint(maturityMetricsExtensionPoint, metrics);
    env.registerExtensionPoint(maturityModelsExtensionPoint, modelPacks);
    env.registerExtensionPoint(maturityLevelsExtensionPoint, listeners);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        rootConfig: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, httpAuth, logger } = deps;
        const { permissions, permissionsRegistry } = deps;
        const clock = systemClock;
        const config = readMaturityConfig(deps.rootConfig);
        const { ingest, timeZone } = config;
        const maxReportBytes = readReportLimit(deps.rootConfig);
        const { registry } = metrics;
        const { primaryModel, paths } = config.models;
        const loaded = loadModels({
          packs: [...(await readModelPacks(paths)), ...modelPacks.packs],
          metrics: new Map(registry.definitions().map(d => [d.id, d])),
          primaryModel,
        });

        const loadedCalendars = await readCalendars(config.calendars.paths);

        const knex = await applyMigrations(deps.database);
        const models = await DatabaseModelStore.create({
          knex,
          models: loaded,
          timeZone,
          primaryModel,
        });
        const calendars = await CalendarStore.create({
          knex,
          calendars: loadedCalendars,
          workCalendar: config.calendars.workCalendar,
        });
        const { context, worker, projection, store, gate } = createAssessment({
          ...deps,
          knex,
          config,
          metrics: registry,
          models,
          calendars,
          listeners: listeners.listeners,
          clock,
        });

        const assessNow = (entityId: number) => worker.assessNow(entityId);
        const decisions = createDecisions({
          context,
          assessNow,
          clock,
          logger,
        });
        const entities = EntityReader.create({ knex });
        registerPermissions({ permissionsRegistry, entities });
        const refusals = RefusalLog.create({ knex, logger });
        deps.lifecycle.addShutdownHook(() => refusals.flush());
        const ingestService = IngestService.create({
          store,
          refusals,
          ...ingest,
        });
        const pulls = await createPulls({
          ...deps,
          knex,
          pulls: sources.pulls(),
          ingest: ingestService,
          config: ingest,
          clock,
          kick: () => worker.kick(),
        });
        const operations = createOperations({
          context,
          sources: ingest.sources,
          webhookSources: sources.webhooks(),
          pullSources: sources.pulls(),
          pulls,
          kick: () => worker.kick(),
          clock,
          logger,
        });
        const doors = {
          ingest: ingestService,
          sources: ingest.sources,
          webhookSources: sources.webhooks(),
          clock: () => clock.now(),
        };
        const authorizer = EntityAuthorizer.create(deps);
        deps.httpRouter.use(letDeliveriesGoFirst(gate));
        deps.httpRouter.use(
          createRouter({
            ...createReaders({ context, metrics: registry, calendars, clock }),
            ...deps,
            authorizer,
            entities,
            decisions,
            operations,
            assessNow,
            maintenance: createMaintenance({
              knex,
              clock,
              logger,
              authorKey: ingest.authorKey,
            }),
            imports: createImports({
              ...ingest,
              ...deps,
              knex,
              ingest: ingestService,
              authorizer,
              clock,
            }),
            ingest: createDoors({
              ...doors,
              maxReportBytes,
              httpAuth,
              permissions,
              auditor,
              config: ingest.limits,
              logger,
            }),
          }),
        );
        // A webhook brings no credentials: its signature is the proof.
        deps.httpRouter.addAuthPolicy({
          path: '/v1/hooks',
          allow: 'unauthenticated',
        });
        await subscribeTopics({ ...deps, ...doors });
        await scheduleEvidenceCleanup({ ...deps, ...decisions, clock });
        await startJobs({
          ...deps,
          ...config,
          knex,
          worker,
          projection,
          models,
          calendars,
          clock,
        });
      },
    });
  },
});
