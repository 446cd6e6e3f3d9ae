import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { ARGOCD, ArgocdWebhookSource } from './ArgocdWebhookSource';

/**
 * Takes in the notifications of Argo CD at `POST /api/maturity/v1/hooks/argocd`, or
 * at the ids of the sources that are configured with `type: argocd`.
 *
 * @public
 */
export const maturityModuleArgocd = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, ARGOCD.type)) {
          sources.addWebhookSource(ArgocdWebhookSource.fromConfig(settings));
        }
      },
    });
  },
});
