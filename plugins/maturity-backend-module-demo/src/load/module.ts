import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { maturitySourcesExtensionPoint } from '@devops-scorecards/plugin-maturity-node';
import { readDemoEntities } from '../catalog/readDemoEntities';
import { readDemoConfig } from '../readDemoConfig';
import { DemoLoader } from './DemoLoader';
import { DemoMonitorSource } from './DemoMonitorSource';
import { DemoStateStore } from './DemoStateStore';
import { DemoTopUp } from './DemoTopUp';
import { HttpMaturityDoor } from './HttpMaturityDoor';

/** Sends the demo's generated events while the demo is enabled. */
export const maturityModuleDemo = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        sources: maturitySourcesExtensionPoint,
      },
      async init(deps) {
        const { auth, config, database, discovery, lifecycle, logger } = deps;
        const demo = readDemoConfig(config);
        if (!demo.enabled) {
          return;
        }
        const entities = await readDemoEntities();
        const monitor = new DemoMonitorSource();
        deps.sources.addWebhookSource(monitor);
        const state = await DemoStateStore.create({ database });
        const door = HttpMaturityDoor.create({ auth, discovery, monitor });
        const clock = () => Date.now();
        const loader = new DemoLoader({
          state,
          door,
          isListed: async entityRefs => {
            const { items } = await deps.catalog.getEntitiesByRefs(
              { entityRefs: [...entityRefs], fields: ['kind'] },
              { credentials: await auth.getOwnServiceCredentials() },
            );
            return items.every(item => item !== undefined);
          },
          logger,
          config: demo,
          components: entities
            .filter(({ kind }) => kind === 'Component')
            .map(entity => stringifyEntityRef(entity)),
          clock,
        });
        const topUp = new DemoTopUp({ state, door, logger, clock });

        const stopping = new AbortController();
        lifecycle.addShutdownHook(() => stopping.abort());
        // Not awaited: the portal is up while its history grows.
        lifecycle.addStartupHook(() => {
          loader
            .run(stopping.signal)
            .then(() => topUp.run(stopping.signal))
            .catch(error => {
              if (!stopping.signal.aborted) {
                logger.error('demo: could not be loaded', error);
              }
            });
        });
        // Often enough to follow midnight of any zone; most runs do nothing.
        await deps.scheduler.scheduleTask({
          id: 'maturity-demo-top-up',
          frequency: { minutes: 30 },
          initialDelay: { minutes: 30 },
          timeout: { minutes: 15 },
          fn: abortSignal =>
            topUp.run(AbortSignal.any([abortSignal, stopping.signal])),
        });
      },
    });
  },
});
