import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import {
  INCIDENT_WEBHOOK,
  IncidentWebhookSource,
} from './IncidentWebhookSource';

/**
 * Takes in signed incidents and alerts of any tool at
 * `POST /api/maturity/v1/hooks/incident-webhook`, or at the ids of the sources
 * that are configured with `type: incident-webhook`.
 *
 * @public
 */
export const maturityModuleIncidentWebhook = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'incident-webhook',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(
          config,
          INCIDENT_WEBHOOK.type,
        )) {
          sources.addWebhookSource(IncidentWebhookSource.fromConfig(settings));
        }
      },
    });
  },
});
