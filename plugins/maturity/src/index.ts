/**
 * Maturity scorecards for catalog entities: tab, card, approvals, catalog
 * columns and filters.
 *
 * @packageDocumentation
 */
export {
  ApprovalsPage,
  EntityMaturityCard,
  EntityMaturityContent,
  maturityPlugin,
  OperationsPage,
} from './plugin';
export { approvalsRouteRef, operationsRouteRef, rootRouteRef } from './routes';
export { operationsTranslationRef } from './translation';
export { isMaturityAvailable } from './entity/isMaturityAvailable';
export {
  createLevelColumn,
  withLevelColumns,
  type LevelColumnOptions,
} from './catalog/levelColumns';
export {
  MaturityLevelFilter,
  StabilityLevelFilter,
  type LevelFilters,
} from './catalog/LevelFilter';
export { LevelEntityFilter } from './catalog/LevelEntityFilter';
export { LevelSortControl } from './catalog/LevelSortControl';
export { LevelSortingCatalogClient } from './catalog/LevelSortingCatalogClient';
