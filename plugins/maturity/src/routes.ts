import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity's maturity tab. @public */
export const rootRouteRef = createRouteRef({ id: 'maturity' });

/** The page of what waits for a second person. @public */
export const approvalsRouteRef = createRouteRef({ id: 'maturity-approvals' });

/** The page for whoever runs the portal. @public */
export const operationsRouteRef = createRouteRef({
  id: 'maturity-operations',
});
