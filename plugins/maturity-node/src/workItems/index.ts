export * from './proseOf';
export * from './trackerKeys';
