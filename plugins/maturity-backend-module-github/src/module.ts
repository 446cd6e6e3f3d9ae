import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { GITHUB, GithubWebhookSource } from './GithubWebhookSource';
import { GithubPullSource } from './pull/GithubPullSource';

/**
 * Takes in the webhooks of GitHub at `POST /api/maturity/v1/hooks/github`, or
 * at the ids of the sources that are configured with `type: github`.
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
        for (const settings of configuredSources(config, GITHUB.type)) {
          sources.addWebhookSource(GithubWebhookSource.fromConfig(settings));
          const pull = GithubPullSource.fromConfig({ settings, config });
          if (pull) {
            sources.addPullSource(pull);
          }
        }
      },
    });
  },
});
