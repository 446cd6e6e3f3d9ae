import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import {
  ALERTMANAGER,
  AlertmanagerWebhookSource,
} from './AlertmanagerWebhookSource';

/**
 * Takes in the notifications of Alertmanager at
 * `POST /api/maturity/v1/hooks/alertmanager`, or at the ids of the sources that
 * are configured with `type: alertmanager`.
 *
 * @public
 */
export const maturityModuleAlertmanager = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'alertmanager',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, ALERTMANAGER.type)) {
          sources.addWebhookSource(
            AlertmanagerWebhookSource.fromConfig(settings),
          );
        }
      },
    });
  },
});
