/**
 * Maturity scorecards for catalog entities: tab, card, catalog column and
 * filter.
 *
 * @packageDocumentation
 */
export {
  EntityMaturityCard,
  EntityMaturityContent,
  maturityPlugin,
} from './plugin';
export { rootRouteRef } from './routes';
export { isMaturityAvailable } from './entity/isMaturityAvailable';
export {
  createMaturityLevelColumn,
  withMaturityLevelColumn,
} from './catalog/levelColumn';
export {
  MaturityLevelFilter,
  type MaturityLevelFilters,
} from './catalog/MaturityLevelFilter';
export { MaturityLevelEntityFilter } from './catalog/MaturityLevelEntityFilter';
