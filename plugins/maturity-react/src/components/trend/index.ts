export { LevelTrend } from './LevelTrend';
export { MetricTrend } from './MetricTrend';
