export { portfolioMetric } from './portfolioMetric';
export { portfolioMetrics } from './portfolioMetrics';
export { portfolioWindow } from './portfolioWindow';
