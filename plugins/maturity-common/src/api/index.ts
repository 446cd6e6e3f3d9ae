export * from './types';
export * from './factRecords';
export * from './MaturityApi';
export * from './MaturityClient';
export type { MaturityClientOptions } from './HttpCaller';
