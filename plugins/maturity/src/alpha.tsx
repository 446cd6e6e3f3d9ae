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
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogIndexPage,
} from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { MaturityClient } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import DoneAllIcon from '@material-ui/icons/DoneAll';
import TuneIcon from '@material-ui/icons/Tune';
import { LevelSortingCatalogClient } from './catalog/LevelSortingCatalogClient';
import { approvalsRouteRef, operationsRouteRef, rootRouteRef } from './routes';

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

const approvalsPage = PageBlueprint.make({
  name: 'approvals',
  params: {
    path: '/maturity/approvals',
    title: 'Approvals',
    icon: <DoneAllIcon fontSize="inherit" />,
    routeRef: convertLegacyRouteRef(approvalsRouteRef),
    // The header of a page cannot be translated in this version of Backstage.
    noHeader: true,
    loader: () =>
      import('./components/ApprovalsPageBody').then(m => (
        <m.ApprovalsPageBody />
      )),
  },
});

const operationsPage = PageBlueprint.make({
  name: 'operations',
  params: {
    path: '/maturity/operations',
    title: 'Operations',
    icon: <TuneIcon fontSize="inherit" />,
    routeRef: convertLegacyRouteRef(operationsRouteRef),
    noHeader: true,
    loader: () =>
      import('./components/operations/OperationsPageBody').then(m => (
        <m.OperationsPageBody />
      )),
  },
});

/** The plugin for apps on the new frontend system. @alpha */
export const maturityPlugin = createFrontendPlugin({
  pluginId: 'maturity',
  title: 'Maturity',
  info: { packageJson: () => import('../package.json') },
  routes: convertLegacyRouteRefs({
    entityContent: rootRouteRef,
    approvals: approvalsRouteRef,
    operations: operationsRouteRef,
  }),
  extensions: [
    maturityApi,
    entityContent,
    entityCard,
    approvalsPage,
    operationsPage,
  ],
});

/** The level filters on the catalog page. @alpha */
export const catalogFilterModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    CatalogFilterBlueprint.make({
      name: 'maturity-level',
      params: {
        loader: () =>
          import('./catalog/LevelFilter').then(m => <m.MaturityLevelFilter />),
      },
    }),
    CatalogFilterBlueprint.make({
      name: 'stability-level',
      params: {
        loader: () =>
          import('./catalog/LevelFilter').then(m => <m.StabilityLevelFilter />),
      },
    }),
  ],
});

/**
 * The catalog page with level columns, and the order by level that they need
 * from the catalog client.
 *
 * @remarks
 * Backstage has no extension point for columns, so the page is replaced by
 * itself with two columns more. Two packages that both do this cannot be
 * combined: `maturity.catalogColumn: false` leaves page and client alone.
 *
 * @alpha
 */
export const catalogColumnModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
          factory: deps => new LevelSortingCatalogClient(deps),
        }),
    }),
    CatalogFilterBlueprint.make({
      name: 'level-order',
      params: {
        loader: () =>
          import('./catalog/LevelSortControl').then(m => (
            <m.LevelSortControl />
          )),
      },
    }),
    catalogPlugin.getExtension('page:catalog').override({
      factory: (originalFactory, { inputs, config }) =>
        originalFactory({
          params: {
            loader: async () => {
              const { withLevelColumns } = await import(
                './catalog/levelColumns'
              );
              return (
                <CatalogIndexPage
                  pagination={config.pagination}
                  // Titles that sort would be buttons within handles to drag.
                  tableOptions={{ draggable: false }}
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
                    withLevelColumns(CatalogTable.defaultColumnsFunc(context), {
                      paginationMode: context.paginationMode,
                    })
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
