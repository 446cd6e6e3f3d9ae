import { createApiRef } from '@backstage/core-plugin-api';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';

/**
 * The reads of the maturity backend. The maturity plugin registers the client
 * behind it; every page of the suite uses it through this ref.
 *
 * @public
 */
export const maturityApiRef = createApiRef<MaturityApi>({
  id: 'plugin.maturity.client',
});
