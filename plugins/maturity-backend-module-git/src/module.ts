import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { GIT, GitPullSource } from './GitPullSource';

/**
 * Reads git repositories: the source `git`, or those that are configured with
 * `type: git`.
 *
 * @public
 */
export const maturityModuleGit = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, GIT.type)) {
          const source = GitPullSource.fromConfig(settings);
          if (source) {
            sources.addPullSource(source);
          }
        }
      },
    });
  },
});
