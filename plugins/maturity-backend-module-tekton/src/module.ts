import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { TEKTON, TektonWebhookSource } from './TektonWebhookSource';

/**
 * Takes in the CloudEvents of Tekton at `POST /api/maturity/v1/hooks/tekton`, or
 * at the ids of the sources that are configured with `type: tekton`.
 *
 * @public
 */
export const maturityModuleTekton = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'tekton',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, TEKTON.type)) {
          sources.addWebhookSource(TektonWebhookSource.fromConfig(settings));
        }
      },
    });
  },
});
