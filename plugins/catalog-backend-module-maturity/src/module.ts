import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  MATURITY_LEVEL_TOPIC,
  type MaturityLevelEventPayload,
} from '@devops-scorecards/plugin-maturity-node';
import { HttpLevelSource } from './HttpLevelSource';
import { LevelLoader } from './LevelLoader';
import { LevelRefresher } from './LevelRefresher';
import { MaturityLevelProcessor } from './MaturityLevelProcessor';

/**
 * Attaches the level labels and the summary annotations of both scorecards to
 * catalog entities and keeps them in step with the maturity backend.
 *
 * @public
 */
export const catalogModuleMaturity = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'maturity',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, discovery, events, lifecycle, logger }) {
        const refresher = new LevelRefresher();
        const levels = new LevelLoader({
          source: HttpLevelSource.create({ auth, discovery }),
          logger,
          onRecovered: entityRefs => refresher.refresh(entityRefs),
        });
        catalog.addProcessor(new MaturityLevelProcessor({ levels }));
        catalog.addEntityProvider(refresher);
        lifecycle.addShutdownHook(() => levels.stop());

        await events.subscribe({
          id: 'maturity-level',
          topics: [MATURITY_LEVEL_TOPIC],
          async onEvent({ eventPayload }) {
            const { entityRefs } = eventPayload as MaturityLevelEventPayload;
            await refresher.refresh(entityRefs);
          },
        });
      },
    });
  },
});
