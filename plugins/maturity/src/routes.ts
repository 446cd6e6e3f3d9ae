import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity's maturity tab. @public */
export const rootRouteRef = createRouteRef({ id: 'maturity' });

/** The page of what waits for a second person. @public */
export const approvalsRouteRef = createRouteRef({ id: 'maturity-approvals' });
