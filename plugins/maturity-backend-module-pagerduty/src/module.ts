import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  configuredSources,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import { PAGERDUTY, PagerdutyWebhookSource } from './PagerdutyWebhookSource';

/**
 * Takes in the V3 webhooks of PagerDuty at
 * `POST /api/maturity/v1/hooks/pagerduty`, or at the ids of the sources that
 * are configured with `type: pagerduty`.
 *
 * @public
 */
export const maturityModulePagerduty = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: maturitySourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const settings of configuredSources(config, PAGERDUTY.type)) {
          sources.addWebhookSource(PagerdutyWebhookSource.fromConfig(settings));
        }
      },
    });
  },
});
