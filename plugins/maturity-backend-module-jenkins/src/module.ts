import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { JENKINS, JenkinsWebhookSource } from './JenkinsWebhookSource';

/**
 * Takes in the builds of Jenkins at `POST /api/maturity/v1/hooks/jenkins`, or
 * at the ids of the sources that are configured with `type: jenkins`.
 *
 * @public
 */
export const maturityModuleJenkins = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'jenkins',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, JENKINS.type)) {
          sources.addWebhookSource(JenkinsWebhookSource.fromConfig(settings));
        }
      },
    });
  },
});
