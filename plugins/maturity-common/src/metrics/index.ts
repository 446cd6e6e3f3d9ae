export * from './types';
export * from './window';
