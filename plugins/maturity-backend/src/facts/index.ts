export {
  DatabaseEventStore,
  type DatabaseEventStoreOptions,
} from './DatabaseEventStore';
export { deleteExpiredRaw } from './deleteExpiredRaw';
export { eventKeyOf, type EventIdentity } from './eventKeyOf';
export { listUnmapped } from './listUnmapped';
export { nextFactAt } from './nextFactAt';
export {
  readFactRecords,
  type ReadFactRecordsOptions,
} from './readFactRecords';
export {
  readFacts,
  type EntityFacts,
  type ReadFactsOptions,
} from './readFacts';
export { rebuildFacts } from './rebuildFacts';
export { sourceStatuses } from './sourceStatuses';
