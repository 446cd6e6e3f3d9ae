import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { rootRouteRef } from './routes';

/** The plugin for apps on the old frontend system. @public */
export const stabilityScorecardPlugin = createPlugin({
  id: 'stability-scorecard',
  routes: { entityContent: rootRouteRef },
});

/** The entity's stability tab. @public */
export const EntityStabilityContent = stabilityScorecardPlugin.provide(
  createRoutableExtension({
    name: 'EntityStabilityContent',
    component: () =>
      import('./components/StabilityContent').then(m => m.StabilityContent),
    mountPoint: rootRouteRef,
  }),
);

/** The stability card for an entity's overview. @public */
export const EntityStabilityCard = stabilityScorecardPlugin.provide(
  createComponentExtension({
    name: 'EntityStabilityCard',
    component: {
      lazy: () =>
        import('./components/StabilityCard').then(m => m.StabilityCard),
    },
  }),
);
