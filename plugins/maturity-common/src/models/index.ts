export * from './types';
export { conditionsOf } from './conditionsOf';
export { LEVELS } from './levels';
export { formatModelPath } from './ModelProblem';
export type { ModelPath, ModelProblem } from './ModelProblem';
export { readModel } from './readModel';
export type { ModelReading, ReadModelOptions } from './readModel';
export { nodesOf, subItemsOf } from './walkModel';
