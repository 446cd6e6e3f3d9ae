import type { CatalogueEntry } from './catalogueEntry';

/** The metrics that YD/T 3763.3-2021 (ITU-T Y.3525) is measured by. */
export const DELIVERY_CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'M01',
    title: {
      en: 'Central version-control coverage',
      'zh-CN': '集中版本控制覆盖率',
    },
    metrics: [
      'services-under-version-control',
      'version-control-in-use',
      'version-control-coverage',
    ],
    note: 'The first is the share of the services of the owner. Of one service: whether its trunk was updated, and the share of its items under version control.',
  },
  {
    id: 'M02',
    title: { en: 'Branch lifetime', 'zh-CN': '分支存活时间' },
    metrics: ['branch-lifetime'],
  },
  {
    id: 'M03',
    title: {
      en: 'Integrations per developer and day',
      'zh-CN': '人均每日集成次数',
    },
    metrics: ['integrations-per-developer'],
  },
  {
    id: 'M04',
    title: { en: 'Integrations per day', 'zh-CN': '每日集成次数' },
    metrics: ['integrations-per-day'],
  },
  {
    id: 'M05',
    title: { en: 'Artifact provenance', 'zh-CN': '制品来源可信率' },
    metrics: ['artifact-provenance-rate'],
    note: 'That every stage of promotion was passed is said by the pipeline that deploys, as `customData.provenance`.',
  },
  {
    id: 'M06',
    title: { en: 'Work-item link rate', 'zh-CN': '工作项关联率' },
    metrics: ['work-item-link-rate'],
    note: 'By trunk updates and not by commits: a merge brings its commits together.',
  },
  {
    id: 'M07',
    title: { en: 'Review rate', 'zh-CN': '代码评审率' },
    metrics: ['review-rate'],
  },
  {
    id: 'M08',
    title: { en: 'Build-on-commit rate', 'zh-CN': '提交触发构建率' },
    metrics: ['build-on-commit-rate'],
  },
  {
    id: 'M09',
    title: { en: 'Build success rate', 'zh-CN': '构建成功率' },
    metrics: ['build-success-rate', 'first-attempt-success-rate'],
    note: 'By last attempts, and by first attempts.',
  },
  {
    id: 'M10',
    title: { en: 'Build duration', 'zh-CN': '构建时长' },
    metrics: ['build-duration'],
  },
  {
    id: 'M11',
    title: { en: 'Red-light fix time', 'zh-CN': '红灯修复时间' },
    metrics: ['red-build-fix-time'],
  },
  {
    id: 'M12',
    title: { en: 'CI feedback time', 'zh-CN': '持续集成反馈时间' },
    metrics: ['build-feedback-time'],
  },
  {
    id: 'M13',
    title: { en: 'Unit coverage, total', 'zh-CN': '单元测试覆盖率（存量）' },
    metrics: ['unit-test-coverage'],
  },
  {
    id: 'M14',
    title: { en: 'Unit coverage, new code', 'zh-CN': '单元测试覆盖率（增量）' },
    metrics: ['new-code-coverage'],
  },
  {
    id: 'M15',
    title: { en: 'API automation coverage', 'zh-CN': '接口自动化测试覆盖率' },
    metrics: ['api-automation-coverage'],
  },
  {
    id: 'M16',
    title: { en: 'Automated pass rate', 'zh-CN': '自动化测试通过率' },
    metrics: ['automated-pass-rate'],
  },
  {
    id: 'M17',
    title: { en: 'False-failure rate', 'zh-CN': '测试误报率' },
    metrics: ['false-failure-rate'],
  },
  {
    id: 'M18',
    title: { en: 'Gate enforcement', 'zh-CN': '质量门禁执行率' },
    metrics: ['gate-enforcement-rate'],
  },
  {
    id: 'M19',
    title: { en: 'Blocker and critical issues', 'zh-CN': '阻断与严重问题数' },
    metrics: ['grave-code-issues'],
  },
  {
    id: 'M20',
    title: {
      en: 'Technical-debt ratio and its slope',
      'zh-CN': '技术债务率及趋势',
    },
    metrics: ['technical-debt-ratio', 'technical-debt-change'],
    note: 'The slope is the change from the first to the latest reading of the window.',
  },
  {
    id: 'M21',
    title: { en: 'Deployment frequency', 'zh-CN': '部署频率' },
    metrics: ['deployment-frequency'],
    note: 'Per day; a week has seven of them.',
  },
  {
    id: 'M21b',
    title: { en: 'Proven deploy-ability', 'zh-CN': '已证明的可部署能力' },
    metrics: ['deployment-days', 'releasable-weeks', 'releasable-twice-weeks'],
  },
  {
    id: 'M22',
    title: { en: 'Automated release rate', 'zh-CN': '自动化发布率' },
    metrics: ['automated-release-rate'],
  },
  {
    id: 'M22b',
    title: { en: 'Unattended release rate', 'zh-CN': '无人值守发布率' },
    metrics: ['unattended-release-rate'],
  },
  {
    id: 'M23',
    title: { en: 'Deployment failure rate', 'zh-CN': '部署失败率' },
    metrics: ['deployment-failure-rate', 'rollout-failure-rate'],
    note: 'With rollbacks, and of the rollout alone.',
  },
  {
    id: 'M24',
    title: { en: 'Change failure rate', 'zh-CN': '变更失败率' },
    metrics: ['change-failure-rate', 'incident-linked-failure-rate'],
    note: 'By incidents, rollbacks and hotfixes, and by incidents alone.',
  },
  {
    id: 'M25',
    title: { en: 'Change lead time', 'zh-CN': '变更前置时间' },
    metrics: ['change-lead-time'],
  },
  {
    id: 'M25a',
    title: { en: 'Requirement lead time', 'zh-CN': '需求交付周期' },
    metrics: ['requirement-lead-time'],
  },
  {
    id: 'M26',
    title: {
      en: 'Rollback success and time; restore time',
      'zh-CN': '回滚成功率与时间、恢复时间',
    },
    metrics: ['rollback-success-rate', 'rollback-time', 'time-to-restore'],
  },
  {
    id: 'M27',
    title: { en: 'Same-artifact rate', 'zh-CN': '同一制品部署率' },
    metrics: ['same-artifact-rate'],
  },
  {
    id: 'M28',
    title: { en: 'Database change automation', 'zh-CN': '数据库变更自动化率' },
    metrics: ['database-change-automation-rate'],
  },
  {
    id: 'M29',
    title: {
      en: 'Database rollback readiness',
      'zh-CN': '数据库变更回滚就绪率',
    },
    metrics: ['database-rollback-readiness'],
  },
  {
    id: 'M30',
    title: { en: 'Environment provision time', 'zh-CN': '环境交付时间' },
    metrics: ['environment-provision-time'],
  },
  {
    id: 'M31',
    title: { en: 'Environment-as-code coverage', 'zh-CN': '环境即代码覆盖率' },
    metrics: ['environment-as-code-rate'],
  },
  {
    id: 'M32',
    title: { en: 'Dependency completeness', 'zh-CN': '依赖完整性' },
    metrics: ['dependency-completeness'],
  },
  {
    id: 'M33',
    title: { en: 'Metric freshness', 'zh-CN': '度量新鲜度' },
    metrics: ['data-freshness'],
    note: 'As somebody reads it. Whether a source has gone silent is part of every measurement: its status is then stale.',
  },
  {
    id: 'M34',
    title: { en: 'Improvement closure', 'zh-CN': '改进项闭环率' },
    metrics: ['improvement-closure-rate'],
    note: 'Two iterations are taken to be four weeks.',
  },
];
