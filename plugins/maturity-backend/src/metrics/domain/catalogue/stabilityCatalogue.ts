import type { CatalogueEntry } from './catalogueEntry';

/** The evaluation metrics of the ten processes of the CSA stability standard draft (2025). */
export const STABILITY_CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'S1.1',
    title: { en: 'Stability review coverage', 'zh-CN': '稳定性评审覆盖率' },
    metrics: [],
    attestation: 'P1.review-2',
    note: 'A review is a decision of people. The share of the services of a group is that of those with a valid attestation.',
  },
  {
    id: 'S1.2',
    title: { en: 'Resilience-pattern coverage', 'zh-CN': '韧性模式覆盖率' },
    metrics: ['resilience-pattern-coverage'],
    attestation: 'P1.resilience-3',
  },
  {
    id: 'S1.3',
    title: { en: 'No-single-point rate', 'zh-CN': '无单点率' },
    metrics: ['redundant-component-rate'],
    attestation: 'P1.single-point-4',
  },
  {
    id: 'S1.4',
    title: { en: 'Availability', 'zh-CN': '可用率' },
    metrics: ['availability'],
    note: 'Weighted by service hours.',
  },
  {
    id: 'S2.1',
    title: { en: 'Three-signal coverage', 'zh-CN': '三类可观测信号覆盖率' },
    metrics: ['signal-coverage'],
  },
  {
    id: 'S2.2',
    title: {
      en: 'Key-transaction indicator coverage',
      'zh-CN': '关键交易指标覆盖率',
    },
    metrics: ['key-transaction-coverage'],
    attestation: 'P2.indicators-2',
  },
  {
    id: 'S2.3',
    title: { en: 'Trace completeness', 'zh-CN': '链路完整率' },
    metrics: ['trace-completeness'],
    attestation: 'P2.signals-2',
  },
  {
    id: 'S2.4',
    title: { en: 'Topology accuracy', 'zh-CN': '拓扑准确率' },
    metrics: ['dependency-completeness'],
    note: 'The same as M32.',
  },
  {
    id: 'S3.1',
    title: { en: 'Fault monitoring discovery rate', 'zh-CN': '故障监控发现率' },
    metrics: ['monitoring-discovery-rate'],
  },
  {
    id: 'S3.2',
    title: { en: 'Alert precision', 'zh-CN': '告警有效率' },
    metrics: ['alert-precision'],
  },
  {
    id: 'S3.3',
    title: { en: 'Time to detect', 'zh-CN': '故障发现时间' },
    metrics: ['time-to-detect'],
  },
  {
    id: 'S3.4',
    title: { en: 'Acknowledged in time', 'zh-CN': '告警及时响应率' },
    metrics: ['alerts-acknowledged-in-time'],
  },
  {
    id: 'S3.5',
    title: { en: 'Pages per shift', 'zh-CN': '每班次呼叫数' },
    metrics: ['pages-per-shift', 'alerts-per-day'],
    note: 'By shifts of eight hours; all alerts by day beside it.',
  },
  {
    id: 'S4.1',
    title: { en: 'On-time pre-open completion', 'zh-CN': '盘前巡检按时完成率' },
    metrics: ['inspection-punctuality'],
    attestation: 'P4.on-time-2',
  },
  {
    id: 'S4.2',
    title: { en: 'Automated inspection rate', 'zh-CN': '自动化巡检率' },
    metrics: ['inspection-automation-rate'],
    attestation: 'P4.automated-2',
  },
  {
    id: 'S4.3',
    title: { en: 'Finding closure on time', 'zh-CN': '巡检问题按期关闭率' },
    metrics: ['inspection-closure-rate'],
    attestation: 'P4.closure-2',
  },
  {
    id: 'S4.4',
    title: { en: 'Catch rate', 'zh-CN': '巡检发现率' },
    metrics: ['inspection-catch-rate'],
  },
  {
    id: 'S5.1',
    title: { en: 'Recovery compliance rate', 'zh-CN': '恢复能力达标率' },
    metrics: ['recovery-compliance-rate'],
    note: 'Of faults. Drills are shown apart, see S9.4.',
  },
  {
    id: 'S5.2',
    title: { en: 'Time to restore', 'zh-CN': '故障恢复时间' },
    metrics: ['time-to-restore'],
  },
  {
    id: 'S5.3',
    title: { en: 'Review in time', 'zh-CN': '复盘及时率' },
    metrics: ['reviewed-in-time-rate'],
  },
  {
    id: 'S5.4',
    title: { en: 'Action closure on time', 'zh-CN': '整改按期完成率' },
    metrics: ['action-closure-rate'],
  },
  {
    id: 'S5.5',
    title: { en: 'Repeat-fault share', 'zh-CN': '重复故障率' },
    metrics: ['repeat-incident-rate'],
  },
  {
    id: 'S5.6',
    title: { en: 'Reportable outages', 'zh-CN': '应报告中断' },
    metrics: ['reportable-outage-days'],
  },
  {
    id: 'S6.1',
    title: { en: 'Automation release rate', 'zh-CN': '自动化发布率' },
    metrics: ['automated-release-rate'],
    note: 'The same as M22.',
  },
  {
    id: 'S6.2',
    title: { en: 'Change success', 'zh-CN': '变更成功率' },
    metrics: ['change-failure-rate'],
    note: 'Its complement: 97 % of success are 3 % of failure.',
  },
  {
    id: 'S6.3',
    title: { en: 'Change-caused faults', 'zh-CN': '变更引发故障率' },
    metrics: ['change-caused-incident-rate'],
  },
  {
    id: 'S6.4',
    title: { en: 'Rollback success and time', 'zh-CN': '回滚成功率与时间' },
    metrics: ['rollback-success-rate', 'rollback-time'],
  },
  {
    id: 'S6.5',
    title: { en: 'Progressive rollout share', 'zh-CN': '渐进式发布率' },
    metrics: ['progressive-rollout-rate'],
  },
  {
    id: 'S6.6',
    title: {
      en: 'Unplanned or out-of-window changes',
      'zh-CN': '计划外或窗口外变更率',
    },
    metrics: ['unplanned-deployment-rate', 'out-of-window-deployment-rate'],
    note: 'One metric for each; a model may judge both.',
  },
  {
    id: 'S7.1',
    title: { en: 'Headroom', 'zh-CN': '容量余量' },
    metrics: ['capacity-headroom'],
    attestation: 'P7.headroom-2',
    note: 'That less than twice the peak fails is a matter of the model.',
  },
  {
    id: 'S7.2',
    title: { en: 'Stress-test coverage', 'zh-CN': '压力测试覆盖率' },
    metrics: ['stress-test-coverage'],
    attestation: 'P7.stress-2',
  },
  {
    id: 'S7.3',
    title: { en: 'Forecast error', 'zh-CN': '预测误差' },
    metrics: ['forecast-error'],
    attestation: 'P7.forecast-3',
  },
  {
    id: 'S7.4',
    title: { en: 'Capacity-caused faults', 'zh-CN': '容量引发的故障' },
    metrics: ['capacity-incidents'],
    note: 'Of the window and not of a year.',
  },
  {
    id: 'S8.1',
    title: { en: 'Plan coverage', 'zh-CN': '应急预案覆盖率' },
    metrics: ['emergency-plan-coverage'],
    attestation: 'P8.plans-2',
  },
  {
    id: 'S8.2',
    title: { en: 'Drill coverage', 'zh-CN': '演练覆盖率' },
    metrics: ['drill-coverage'],
    attestation: 'P8.drills-2',
  },
  {
    id: 'S8.3',
    title: { en: 'Drill success within target', 'zh-CN': '演练达标率' },
    metrics: ['drill-success-rate', 'drills-held'],
  },
  {
    id: 'S8.4',
    title: { en: 'Chaos coverage', 'zh-CN': '故障注入覆盖率' },
    metrics: ['chaos-coverage'],
  },
  {
    id: 'S8.5',
    title: { en: 'Automated plan share', 'zh-CN': '预案自动化率' },
    metrics: ['automated-plan-rate'],
  },
  {
    id: 'S9.1',
    title: { en: 'Backup success', 'zh-CN': '备份成功率' },
    metrics: ['backup-success-rate'],
    attestation: 'P9.backup-2',
  },
  {
    id: 'S9.2',
    title: { en: 'Restore verification', 'zh-CN': '恢复验证率' },
    metrics: ['restore-verification-rate'],
    attestation: 'P9.restore-2',
  },
  {
    id: 'S9.3',
    title: {
      en: 'Disaster-switch drill coverage',
      'zh-CN': '灾备切换演练覆盖率',
    },
    metrics: ['disaster-drill-coverage'],
  },
  {
    id: 'S9.4',
    title: { en: 'Objectives met in drills', 'zh-CN': '演练目标达成率' },
    metrics: ['recovery-objective-rate'],
    attestation: 'P9.objectives-2',
  },
  {
    id: 'S10.1',
    title: { en: 'Hazard closure on time', 'zh-CN': '隐患按期整改率' },
    metrics: ['hazard-closure-rate'],
    attestation: 'P10.hazards-2',
  },
  {
    id: 'S10.2',
    title: { en: 'Proactive ratio', 'zh-CN': '风险主动发现率' },
    metrics: ['proactive-risk-rate'],
    attestation: 'P10.proactive-2',
  },
  {
    id: 'S10.3',
    title: { en: 'Catalog accuracy', 'zh-CN': '目录数据准确率' },
    metrics: ['catalog-accuracy'],
    attestation: 'P10.data-2',
  },
  {
    id: 'S10.4',
    title: { en: 'Self-healed events', 'zh-CN': '自愈率' },
    metrics: ['self-healing-rate'],
  },
];
