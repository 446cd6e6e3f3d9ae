import {
  convertLegacyRouteRef,
  convertLegacyRouteRefs,
} from '@backstage/core-compat-api';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { rootRouteRef } from './routes';

const KINDS = { kind: { $in: ['component', 'system'] } };

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/stability',
    title: 'Stability',
    routeRef: convertLegacyRouteRef(rootRouteRef),
    filter: KINDS,
    loader: () =>
      import('./components/StabilityContent').then(m => <m.StabilityContent />),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: KINDS,
    loader: () =>
      import('./components/StabilityCard').then(m => <m.StabilityEntityCard />),
  },
});

/**
 * The plugin for apps on the new frontend system. Its data comes through the
 * client that the maturity plugin registers.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'stability-scorecard',
  title: 'Stability',
  info: { packageJson: () => import('../package.json') },
  routes: convertLegacyRouteRefs({ entityContent: rootRouteRef }),
  extensions: [entityContent, entityCard],
});
