import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { MaturityClient } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { approvalsRouteRef, operationsRouteRef, rootRouteRef } from './routes';

/** The plugin for apps on the old frontend system. @public */
export const maturityPlugin = createPlugin({
  id: 'maturity',
  apis: [
    createApiFactory({
      api: maturityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new MaturityClient(deps),
    }),
  ],
  routes: {
    entityContent: rootRouteRef,
    approvals: approvalsRouteRef,
    operations: operationsRouteRef,
  },
});

/** The entity's maturity tab. @public */
export const EntityMaturityContent = maturityPlugin.provide(
  createRoutableExtension({
    name: 'EntityMaturityContent',
    component: () =>
      import('./components/MaturityContent').then(m => m.MaturityContent),
    mountPoint: rootRouteRef,
  }),
);

/** The maturity card for an entity's overview. @public */
export const EntityMaturityCard = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityCard',
    component: {
      lazy: () => import('./components/MaturityCard').then(m => m.MaturityCard),
    },
  }),
);

/** The page of what waits for a second person. @public */
export const ApprovalsPage = maturityPlugin.provide(
  createRoutableExtension({
    name: 'ApprovalsPage',
    component: () =>
      import('./components/ApprovalsPage').then(m => m.ApprovalsPage),
    mountPoint: approvalsRouteRef,
  }),
);

/** The page for whoever runs the portal: sources, waiting events, imports. @public */
export const OperationsPage = maturityPlugin.provide(
  createRoutableExtension({
    name: 'OperationsPage',
    component: () =>
      import('./components/operations/OperationsPage').then(
        m => m.OperationsPage,
      ),
    mountPoint: operationsRouteRef,
  }),
);
