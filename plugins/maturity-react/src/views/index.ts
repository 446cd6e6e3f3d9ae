export {
  attestationState,
  statementWords,
  toAttestationView,
  type AttestationState,
  type AttestationView,
} from './attestationView';
export {
  toCompareRow,
  type ChangeDirection,
  type CompareRow,
} from './compareView';
export {
  kindWords,
  toCriterionView,
  toThresholdView,
  type ConditionView,
  type CriterionView,
  type ThresholdView,
} from './criterionView';
export {
  effectWords,
  isSamePerson,
  personName,
  toDecisionView,
  type DecisionView,
} from './decisionView';
export {
  storedFact,
  toFactView,
  type FactState,
  type FactView,
} from './factView';
export {
  fieldChoices,
  fieldForm,
  fieldTitle,
  fieldValue,
  isWebAddress,
  toFieldViews,
  type FieldForm,
  type FieldName,
  type FieldView,
} from './fieldView';
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
  countsItems,
  settingsAsked,
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
export {
  annotationSnippet,
  annotationsThatMatter,
  setupStepView,
  sourceTitle,
  sourceTitles,
  type SetupStepView,
} from './setupView';
