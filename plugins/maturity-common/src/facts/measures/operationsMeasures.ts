import { shareNamed, valueNamed, type MeasureName } from './measureName';

/** Readings of how a service is built to last, watched and inspected. */
export const OPERATIONS_MEASURES: readonly MeasureName[] = [
  shareNamed({
    name: 'resilience-patterns',
    about: 'architecture',
    title: { en: 'Protected calls', 'zh-CN': '具备韧性保护的调用' },
    counts: {
      en: 'critical calls with timeout, limit or breaker, and fallback, of all critical calls',
      'zh-CN': '具备超时、限流或熔断以及降级的关键调用 / 全部关键调用',
    },
    metrics: ['resilience-pattern-coverage'],
  }),
  shareNamed({
    name: 'redundant-components',
    about: 'architecture',
    title: { en: 'Redundant components', 'zh-CN': '冗余组件' },
    counts: {
      en: 'critical components in two or more failure domains, of all critical components',
      'zh-CN': '部署于两个及以上故障域的关键组件 / 全部关键组件',
    },
    metrics: ['redundant-component-rate'],
  }),
  shareNamed({
    name: 'observed-components',
    about: 'observability',
    title: { en: 'Observed components', 'zh-CN': '可观测组件' },
    counts: {
      en: 'components with live metrics, logs and traces, of all components',
      'zh-CN': '同时具备实时指标、日志与链路的组件 / 全部组件',
    },
    metrics: ['signal-coverage'],
  }),
  shareNamed({
    name: 'key-transactions',
    about: 'observability',
    title: { en: 'Key transactions', 'zh-CN': '关键交易' },
    counts: {
      en: 'key transactions whose service level indicator is measured, of all key transactions',
      'zh-CN': '已度量服务等级指标的关键交易 / 全部关键交易',
    },
    metrics: ['key-transaction-coverage'],
  }),
  shareNamed({
    name: 'complete-traces',
    about: 'observability',
    title: { en: 'Complete traces', 'zh-CN': '完整链路' },
    counts: {
      en: 'sampled requests with a complete trace, of sampled requests',
      'zh-CN': '链路完整的采样请求 / 采样请求',
    },
    metrics: ['trace-completeness'],
  }),
  shareNamed({
    name: 'confirmed-dependencies',
    about: 'observability',
    title: { en: 'Confirmed dependencies', 'zh-CN': '已证实的依赖' },
    counts: {
      en: 'dependencies that both the catalog and traces know, of those that either knows',
      'zh-CN': '软件目录与链路均确认的依赖 / 任一方已知的依赖',
    },
    metrics: ['dependency-completeness'],
  }),
  shareNamed({
    name: 'inspections',
    about: 'inspection',
    title: { en: 'Inspections', 'zh-CN': '巡检' },
    counts: {
      en: 'inspections completed before their cut-off, such as the opening of the market, of inspections due',
      'zh-CN': '在截止时间（如开盘）前完成的巡检 / 应完成的巡检',
    },
    metrics: ['inspection-punctuality'],
  }),
  shareNamed({
    name: 'inspection-items',
    about: 'inspection',
    title: { en: 'Inspection items', 'zh-CN': '巡检项' },
    counts: {
      en: 'inspection items that are checked automatically, of all inspection items',
      'zh-CN': '自动执行的巡检项 / 全部巡检项',
    },
    metrics: ['inspection-automation-rate'],
  }),
  shareNamed({
    name: 'inspection-findings',
    about: 'inspection',
    title: { en: 'Findings of inspections', 'zh-CN': '巡检问题' },
    counts: {
      en: 'findings closed by their due date, of findings that were due',
      'zh-CN': '按期关闭的巡检问题 / 到期的巡检问题',
    },
    metrics: ['inspection-closure-rate'],
  }),
  shareNamed({
    name: 'inspection-catches',
    about: 'inspection',
    title: { en: 'Hazards caught by inspection', 'zh-CN': '巡检发现的隐患' },
    counts: {
      en: 'hazards found by inspection, of these and the faults that an existing item should have caught',
      'zh-CN': '巡检发现的隐患 / 巡检发现的隐患与现有巡检项本应发现的故障之和',
    },
    metrics: ['inspection-catch-rate'],
  }),
  shareNamed({
    name: 'scheduled-tasks',
    about: 'inspection',
    title: { en: 'Time-sequenced tasks', 'zh-CN': '时序任务' },
    counts: {
      en: 'scheduled operating tasks done in time, of those that were due',
      'zh-CN': '按时完成的时序任务 / 到期的时序任务',
    },
    metrics: ['scheduled-task-rate'],
  }),
  valueNamed({
    name: 'capacity-headroom',
    unit: 'times',
    about: 'capacity',
    title: { en: 'Capacity headroom', 'zh-CN': '容量余量' },
    counts: {
      en: 'proven capacity as a multiple of the historical peak load',
      'zh-CN': '经验证的容量相对历史峰值的倍数',
    },
    metrics: ['capacity-headroom'],
  }),
  shareNamed({
    name: 'stress-tested-systems',
    about: 'capacity',
    title: { en: 'Stress-tested systems', 'zh-CN': '压力测试的系统' },
    counts: {
      en: 'important systems with a stress test within 12 months, of important systems',
      'zh-CN': '12 个月内完成压力测试的重要系统 / 全部重要系统',
    },
    metrics: ['stress-test-coverage'],
  }),
  valueNamed({
    name: 'forecast-error',
    unit: 'ratio',
    about: 'capacity',
    title: { en: 'Error of the load forecast', 'zh-CN': '负载预测误差' },
    counts: {
      en: 'mean absolute error of the load forecast as a share of the load, 0.2 for 20 %',
      'zh-CN': '负载预测的平均绝对百分比误差，20% 写作 0.2',
    },
    metrics: ['forecast-error'],
  }),
];
