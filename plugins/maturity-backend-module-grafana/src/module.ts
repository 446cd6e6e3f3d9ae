import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { GRAFANA, GrafanaWebhookSource } from './GrafanaWebhookSource';

/**
 * Takes in the notifications of Grafana Alerting at
 * `POST /api/maturity/v1/hooks/grafana`, or at the ids of the sources that
 * are configured with `type: grafana`.
 *
 * @public
 */
export const maturityModuleGrafana = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'grafana',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, GRAFANA.type)) {
          sources.addWebhookSource(GrafanaWebhookSource.fromConfig(settings));
        }
      },
    });
  },
});
