import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity's stability tab. @public */
export const rootRouteRef = createRouteRef({ id: 'stability-scorecard' });
