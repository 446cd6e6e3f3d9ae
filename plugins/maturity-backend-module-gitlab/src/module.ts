import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { GITLAB, GitlabWebhookSource } from './GitlabWebhookSource';
import { GitlabPullSource } from './pull/GitlabPullSource';

/**
 * Takes in the webhooks of GitLab at `POST /api/maturity/v1/hooks/gitlab`, or
 * at the ids of the sources that are configured with `type: gitlab`.
 *
 * @public
 */
export const maturityModuleGitlab = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'gitlab',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, GITLAB.type)) {
          sources.addWebhookSource(GitlabWebhookSource.fromConfig(settings));
          const pull = GitlabPullSource.fromConfig({ settings, config });
          if (pull) {
            sources.addPullSource(pull);
          }
        }
      },
    });
  },
});
