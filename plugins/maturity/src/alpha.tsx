import {
  convertLegacyRouteRef,
  convertLegacyRouteRefs,
} from '@backstage/core-compat-api';
import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendFeatureLoader,
  createFrontendModule,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogIndexPage,
} from '@backstage/plugin-catalog/alpha';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { MaturityClient } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { rootRouteRef } from './routes';

const KINDS = { kind: { $in: ['component', 'system'] } };

const maturityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: maturityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new MaturityClient(deps),
    }),
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/maturity',
    title: 'Maturity',
    routeRef: convertLegacyRouteRef(rootRouteRef),
    filter: KINDS,
    loader: () =>
      import('./components/MaturityContent').then(m => <m.MaturityContent />),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: KINDS,
    loader: () =>
      import('./components/MaturityCard').then(m => <m.MaturityEntityCard />),
  },
});

/** The plugin for apps on the new frontend system. @alpha */
export const maturityPlugin = createFrontendPlugin({
  pluginId: 'maturity',
  title: 'Maturity',
  info: { packageJson: () => import('../package.json') },
  routes: convertLegacyRouteRefs({ entityContent: rootRouteRef }),
  extensions: [maturityApi, entityContent, entityCard],
});

/** The level filter on the catalog page. @alpha */
export const catalogFilterModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    CatalogFilterBlueprint.make({
      name: 'maturity-level',
      params: {
        loader: () =>
          import('./catalog/MaturityLevelFilter').then(m => (
            <m.MaturityLevelFilter />
          )),
      },
    }),
  ],
});

/**
 * The catalog page with a level column.
 *
 * @remarks
 * Backstage has no extension point for columns, so the page is replaced by
 * itself with one column more. Two packages that both do this cannot be
 * combined: `maturity.catalogColumn: false` leaves the page alone.
 *
 * @alpha
 */
export const catalogColumnModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    catalogPlugin.getExtension('page:catalog').override({
      factory: (originalFactory, { inputs, config }) =>
        originalFactory({
          params: {
            loader: async () => {
              const { withMaturityLevelColumn } = await import(
                './catalog/levelColumn'
              );
              return (
                <CatalogIndexPage
                  pagination={config.pagination}
                  exportSettings={
                    config.exportSettings?.enabled
                      ? config.exportSettings
                      : undefined
                  }
                  filters={
                    <>
                      {inputs.filters.map(filter =>
                        filter.get(coreExtensionData.reactElement),
                      )}
                    </>
                  }
                  columns={context =>
                    withMaturityLevelColumn(
                      CatalogTable.defaultColumnsFunc(context),
                    )
                  }
                />
              );
            },
          },
        }),
    }),
  ],
});

export default createFrontendFeatureLoader({
  loader: ({ config }) => [
    maturityPlugin,
    catalogFilterModule,
    ...(config.getOptionalBoolean('maturity.catalogColumn') === false
      ? []
      : [catalogColumnModule]),
  ],
});
