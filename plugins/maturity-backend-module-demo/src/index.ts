/**
 * A demo organisation whose generated events go through the ordinary ingest.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { catalogModuleMaturityDemo } from './catalog/module';
import { maturityModuleDemo } from './load/module';

/**
 * Both halves of the demo: its entities in the catalog, and its events in the
 * maturity backend.
 *
 * @public
 */
export default createBackendFeatureLoader({
  loader: () => [catalogModuleMaturityDemo, maturityModuleDemo],
});
