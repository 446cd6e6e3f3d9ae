export {
  appendInTransaction,
  DatabaseEventStore,
  type DatabaseEventStoreOptions,
} from './DatabaseEventStore';
export { CORRECTIONS_EVENT_SOURCE } from './domain/correctionsEventSource';
export { tableOf, type FactTables } from './domain/tableOf';
export { deleteExpiredRaw } from './deleteExpiredRaw';
export { eventKeyOf, type EventIdentity } from './eventKeyOf';
export { listUnmapped } from './listUnmapped';
export {
  readEventRecord,
  type ReadEventRecordOptions,
} from './readEventRecord';
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
export { replayPiece } from './replayPiece';
export { sourceStatuses } from './sourceStatuses';
export { readPortfolio } from './readPortfolio';
