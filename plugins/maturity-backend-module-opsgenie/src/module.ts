import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { OPSGENIE, OpsgenieWebhookSource } from './OpsgenieWebhookSource';

/**
 * Takes in the webhooks of Opsgenie at `POST /api/maturity/v1/hooks/opsgenie`,
 * or at the ids of the sources that are configured with `type: opsgenie`.
 *
 * @public
 */
export const maturityModuleOpsgenie = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'opsgenie',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, OPSGENIE.type)) {
          sources.addWebhookSource(OpsgenieWebhookSource.fromConfig(settings));
        }
      },
    });
  },
});
