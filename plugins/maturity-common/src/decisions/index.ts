export * from './types';
export * from './canonicalUserRef';
