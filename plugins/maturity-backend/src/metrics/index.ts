export * from './MetricRegistry';
export * from './builtInMetrics';
export * from './factsNeeded';
export * from './measureEntity';
export * from './nextDue';
export * from './domain/series';
export { measureMetric } from './domain/measures';
export { sampledMetric } from './domain/sampledMetric';
