export * from './types';
export * from './MaturityApi';
export * from './MaturityClient';
