export * from './time';
export * from './types';
export * from './pipelineFacts';
export * from './operationsFacts';
export * from './workFacts';
export * from './statement';
export * from './said';
