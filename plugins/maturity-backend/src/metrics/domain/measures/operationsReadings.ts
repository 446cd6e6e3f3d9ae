import { builtInReading } from './builtInReading';

const draft = (process: string) =>
  `CSA stability standard draft (2025), ${process}; measure and limits inferred`;

const ARCHITECTURE = draft('architecture management');
const OBSERVABILITY = draft('observability management');
const INSPECTION = draft('inspection management');
const CAPACITY = draft('performance and capacity management');

/** Metrics of the readings of how a service is built, watched and inspected. */
export const operationsReadings = [
  builtInReading({
    id: 'resilience-pattern-coverage',
    measure: 'resilience-patterns',
    kind: 'latest-share',
    title: { en: 'Resilience-pattern coverage', 'zh-CN': '韧性模式覆盖率' },
    source: ARCHITECTURE,
  }),
  builtInReading({
    id: 'redundant-component-rate',
    measure: 'redundant-components',
    kind: 'latest-share',
    title: { en: 'Redundant-component rate', 'zh-CN': '无单点组件率' },
    source: ARCHITECTURE,
  }),
  builtInReading({
    id: 'signal-coverage',
    measure: 'observed-components',
    kind: 'latest-share',
    title: { en: 'Three-signal coverage', 'zh-CN': '三类可观测信号覆盖率' },
    source: OBSERVABILITY,
  }),
  builtInReading({
    id: 'key-transaction-coverage',
    measure: 'key-transactions',
    kind: 'latest-share',
    title: { en: 'Key-transaction coverage', 'zh-CN': '关键交易指标覆盖率' },
    source: OBSERVABILITY,
  }),
  builtInReading({
    id: 'trace-completeness',
    measure: 'complete-traces',
    kind: 'pooled-share',
    title: { en: 'Trace completeness', 'zh-CN': '链路完整率' },
    source: OBSERVABILITY,
  }),
  builtInReading({
    id: 'dependency-completeness',
    measure: 'confirmed-dependencies',
    kind: 'latest-share',
    title: { en: 'Dependency completeness', 'zh-CN': '依赖拓扑准确率' },
    source: OBSERVABILITY,
  }),
  builtInReading({
    id: 'inspection-punctuality',
    measure: 'inspections',
    kind: 'pooled-share',
    title: { en: 'Inspection punctuality', 'zh-CN': '巡检按时完成率' },
    source: INSPECTION,
  }),
  builtInReading({
    id: 'inspection-automation-rate',
    measure: 'inspection-items',
    kind: 'latest-share',
    title: { en: 'Inspection automation rate', 'zh-CN': '巡检自动化率' },
    source: INSPECTION,
  }),
  builtInReading({
    id: 'inspection-closure-rate',
    measure: 'inspection-findings',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Inspection closure rate', 'zh-CN': '巡检问题按期关闭率' },
    source: INSPECTION,
  }),
  builtInReading({
    id: 'inspection-catch-rate',
    measure: 'inspection-catches',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Inspection catch rate', 'zh-CN': '巡检隐患发现率' },
    source: INSPECTION,
  }),
  builtInReading({
    id: 'scheduled-task-rate',
    measure: 'scheduled-tasks',
    kind: 'pooled-share',
    title: { en: 'Scheduled-task completion rate', 'zh-CN': '时序任务完成率' },
    source: INSPECTION,
  }),
  builtInReading({
    id: 'capacity-headroom',
    measure: 'capacity-headroom',
    kind: 'latest-value',
    title: { en: 'Capacity headroom', 'zh-CN': '容量余量' },
    source: `${CAPACITY}. Twice the peak is the regulatory floor of important systems`,
  }),
  builtInReading({
    id: 'stress-test-coverage',
    measure: 'stress-tested-systems',
    kind: 'latest-share',
    title: { en: 'Stress-test coverage', 'zh-CN': '压力测试覆盖率' },
    source: `${CAPACITY}. Once a year is the regulatory minimum of important systems`,
  }),
  builtInReading({
    id: 'forecast-error',
    measure: 'forecast-error',
    kind: 'latest-value',
    direction: 'lower',
    title: { en: 'Load forecast error', 'zh-CN': '负载预测误差' },
    source: CAPACITY,
  }),
];
