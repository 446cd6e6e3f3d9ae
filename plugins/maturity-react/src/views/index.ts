export {
  kindWords,
  toCriterionView,
  toThresholdView,
  type CriterionView,
  type ThresholdView,
} from './criterionView';
export { toFactView, type FactState, type FactView } from './factView';
export {
  cellState,
  openableIds,
  pathToCriterion,
  toLadderRow,
  type CellState,
  type LadderCell,
  type LadderRow,
} from './ladderView';
export { levelWord, toLevelView, type LevelView } from './levelView';
export {
  statisticOf,
  toMeasurementView,
  type MeasurementView,
} from './measurementView';
export {
  criteriaOf,
  scorecardFingerprint,
  toScorecardView,
  type Aim,
  type GapView,
  type ScorecardView,
} from './scorecardView';
export { stepsToThreshold } from './stepsToThreshold';
export {
  metricTargets,
  reachesBack,
  toLevelTrendView,
  toMetricTrendView,
  type LevelTrendPoint,
  type LevelTrendView,
  type MetricTarget,
  type MetricTrendPoint,
  type MetricTrendView,
  type TrendOptions,
} from './trendView';
export {
  toVerdictView,
  type VerdictSign,
  type VerdictView,
} from './verdictView';
