export { applyMigrations } from './applyMigrations';
export { chunksOf } from './chunksOf';
export { isDatabaseOutage, isPostgres, skipLocked } from './dialect';
export { insertRows, type InsertRowsOptions } from './insertRows';
export { currentKnowledge, lockKnowledge, takeKnowledge } from './knowledge';
export { fromFlag, toFlag, toNumber, toOptionalNumber } from './rows';
export { writeTransaction } from './writeTransaction';
