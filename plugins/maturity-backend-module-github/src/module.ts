import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { maturitySourcesExtensionPoint } from '@devops-scorecards/plugin-maturity-node';
import { GithubWebhookSource } from './GithubWebhookSource';

/**
 * Takes in the webhooks of GitHub at `POST /api/maturity/v1/hooks/github`.
 *
 * @public
 */
export const maturityModuleGithub = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        sources.addWebhookSource(GithubWebhookSource.fromConfig(config));
      },
    });
  },
});
