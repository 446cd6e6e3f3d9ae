import { shareNamed, type MeasureName } from './measureName';

/** Readings of drills, backups and risks. */
export const CONTINUITY_MEASURES: readonly MeasureName[] = [
  shareNamed({
    name: 'emergency-plans',
    about: 'drill',
    title: { en: 'Emergency plans', 'zh-CN': '应急预案' },
    counts: {
      en: 'failure scenarios with a current plan, of all listed scenarios',
      'zh-CN': '具备现行预案的故障场景 / 已列出的故障场景',
    },
    metrics: ['emergency-plan-coverage'],
  }),
  shareNamed({
    name: 'drilled-plans',
    about: 'drill',
    title: { en: 'Drilled plans', 'zh-CN': '已演练的预案' },
    counts: {
      en: 'plans exercised within 12 months, of all plans',
      'zh-CN': '12 个月内演练过的预案 / 全部预案',
    },
    metrics: ['drill-coverage'],
  }),
  shareNamed({
    name: 'drills',
    about: 'drill',
    title: { en: 'Drills', 'zh-CN': '应急演练' },
    counts: {
      en: 'drills that reached their target, of drills held',
      'zh-CN': '达到目标的演练 / 已开展的演练',
    },
    metrics: ['drill-success-rate', 'drills-held'],
  }),
  shareNamed({
    name: 'chaos-services',
    about: 'drill',
    title: {
      en: 'Services with fault injection',
      'zh-CN': '开展故障注入的服务',
    },
    counts: {
      en: 'services of the first tier with fault injection within 12 months, of services of the first tier',
      'zh-CN': '12 个月内开展故障注入的一级服务 / 全部一级服务',
    },
    metrics: ['chaos-coverage'],
  }),
  shareNamed({
    name: 'automated-plans',
    about: 'drill',
    title: { en: 'Automated plans', 'zh-CN': '自动化预案' },
    counts: {
      en: 'plans that one step carries out automatically, of all plans',
      'zh-CN': '可一键自动执行的预案 / 全部预案',
    },
    metrics: ['automated-plan-rate'],
  }),
  shareNamed({
    name: 'backups',
    about: 'backup',
    title: { en: 'Backups', 'zh-CN': '备份' },
    counts: {
      en: 'backups that succeeded, of backups due',
      'zh-CN': '成功的备份 / 应执行的备份',
    },
    metrics: ['backup-success-rate'],
  }),
  shareNamed({
    name: 'restored-backups',
    about: 'backup',
    title: { en: 'Restored backups', 'zh-CN': '已验证恢复的备份' },
    counts: {
      en: 'backup sets restored in a test within 12 months, of all backup sets',
      'zh-CN': '12 个月内经恢复测试的备份集 / 全部备份集',
    },
    metrics: ['restore-verification-rate'],
  }),
  shareNamed({
    name: 'disaster-drills',
    about: 'backup',
    title: { en: 'Disaster recovery drills', 'zh-CN': '灾备切换演练' },
    counts: {
      en: 'systems switched to disaster recovery in a drill within 12 months, of systems with disaster recovery',
      'zh-CN': '12 个月内完成灾备切换演练的系统 / 具备灾备的系统',
    },
    metrics: ['disaster-drill-coverage'],
  }),
  shareNamed({
    name: 'recovery-objectives',
    about: 'backup',
    title: { en: 'Recovery objectives in drills', 'zh-CN': '演练中的恢复目标' },
    counts: {
      en: 'recovery drills that met their time and data objectives, of recovery drills',
      'zh-CN': '达到 RTO 与 RPO 的恢复演练 / 全部恢复演练',
    },
    metrics: ['recovery-objective-rate'],
  }),
  shareNamed({
    name: 'hazards',
    about: 'risk',
    title: { en: 'Hazards', 'zh-CN': '隐患' },
    counts: {
      en: 'hazards closed by their due date, of hazards that were due',
      'zh-CN': '按期整改的隐患 / 到期的隐患',
    },
    metrics: ['hazard-closure-rate'],
  }),
  shareNamed({
    name: 'risks-found',
    about: 'risk',
    title: { en: 'Risks found early', 'zh-CN': '主动发现的风险' },
    counts: {
      en: 'risks found before they did harm, of these and the faults that happened',
      'zh-CN': '造成影响前发现的风险 / 此类风险与已发生故障之和',
    },
    metrics: ['proactive-risk-rate'],
  }),
  shareNamed({
    name: 'catalog-entries',
    about: 'risk',
    title: { en: 'Entries of the catalog', 'zh-CN': '软件目录条目' },
    counts: {
      en: 'catalog and configuration entries found right in a check, of entries checked',
      'zh-CN': '核查正确的目录与配置条目 / 已核查的条目',
    },
    metrics: ['catalog-accuracy'],
  }),
  shareNamed({
    name: 'self-healed-events',
    about: 'risk',
    title: { en: 'Self-healed events', 'zh-CN': '自愈事件' },
    counts: {
      en: 'events that were healed without people, of events that needed healing',
      'zh-CN': '无人工介入自愈的事件 / 需要处置的事件',
    },
    metrics: ['self-healing-rate'],
  }),
];
