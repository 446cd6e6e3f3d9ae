import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readDemoConfig } from '../readDemoConfig';
import { DemoEntityProvider } from './DemoEntityProvider';
import { readDemoEntities } from './readDemoEntities';

/** Adds the demo organisation to the catalog while the demo is enabled. */
export const catalogModuleMaturityDemo = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'maturity-demo',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const { enabled } = readDemoConfig(config);
        catalog.addEntityProvider(
          new DemoEntityProvider({
            entities: enabled ? await readDemoEntities() : [],
          }),
        );
      },
    });
  },
});
