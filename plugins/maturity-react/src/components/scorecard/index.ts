export { FactsPanel } from './FactsPanel';
export { LevelAnnouncement } from './LevelAnnouncement';
export { LevelTrendPanel } from './LevelTrendPanel';
export { MetricTrendsPanel } from './MetricTrendsPanel';
export { ScorecardHeader } from './ScorecardHeader';
export { WhyPanel } from './WhyPanel';
