import { shareNamed, valueNamed, type MeasureName } from './measureName';

/** Readings of how work is planned and delivered, and of what it is kept in. */
export const DELIVERY_MEASURES: readonly MeasureName[] = [
  shareNamed({
    name: 'committed-stories',
    about: 'agile',
    title: { en: 'Stories of iterations', 'zh-CN': '迭代承诺故事' },
    counts: {
      en: 'stories done in their iteration, of stories that the team committed to',
      'zh-CN': '迭代内完成的故事 / 迭代承诺的故事',
    },
    metrics: ['iteration-completion-rate'],
  }),
  shareNamed({
    name: 'escaped-defects',
    about: 'agile',
    title: { en: 'Escaped defects', 'zh-CN': '逃逸缺陷' },
    counts: {
      en: 'defects found in production, of all defects found',
      'zh-CN': '生产环境发现的缺陷 / 发现的全部缺陷',
    },
    metrics: ['defect-escape-rate'],
  }),
  shareNamed({
    name: 'accepted-at-first',
    about: 'agile',
    title: {
      en: 'Requirements accepted at first',
      'zh-CN': '一次验收通过的需求',
    },
    counts: {
      en: 'requirements accepted at the first attempt, of requirements presented for acceptance',
      'zh-CN': '一次验收通过的需求 / 提交验收的需求',
    },
    metrics: ['first-acceptance-rate'],
  }),
  shareNamed({
    name: 'versioned-items',
    about: 'version-control',
    title: {
      en: 'Items under version control',
      'zh-CN': '纳入版本控制的配置项',
    },
    counts: {
      en: 'items in the central version control, of all that the service is made of: code, tests, scripts, configuration, schemas',
      'zh-CN':
        '纳入集中版本控制的配置项 / 服务的全部配置项（代码、测试、脚本、配置、数据库结构）',
    },
    metrics: ['version-control-coverage'],
  }),
  shareNamed({
    name: 'database-changes',
    about: 'data',
    title: { en: 'Database changes', 'zh-CN': '数据库变更' },
    counts: {
      en: 'database changes that a pipeline carried out, of all database changes',
      'zh-CN': '由流水线执行的数据库变更 / 全部数据库变更',
    },
    metrics: ['database-change-automation-rate'],
  }),
  shareNamed({
    name: 'database-rollbacks',
    about: 'data',
    title: { en: 'Rollbacks of database changes', 'zh-CN': '数据库变更回滚' },
    counts: {
      en: 'database changes whose rollback was tested, of all database changes',
      'zh-CN': '回滚经过测试的数据库变更 / 全部数据库变更',
    },
    metrics: ['database-rollback-readiness'],
  }),
  valueNamed({
    name: 'data-age',
    unit: 'duration-ms',
    about: 'data',
    title: { en: 'Age of metric data', 'zh-CN': '度量数据时延' },
    counts: {
      en: 'milliseconds between the newest event of a source and the moment of the reading',
      'zh-CN': '数据源最新事件距读取时刻的毫秒数',
    },
    metrics: ['data-freshness'],
  }),
  valueNamed({
    name: 'environment-provisioning',
    unit: 'duration-ms',
    about: 'environment',
    title: { en: 'Provisioning of an environment', 'zh-CN': '环境交付' },
    counts: {
      en: 'milliseconds from the request for an environment until it was ready, one reading each',
      'zh-CN': '从申请环境到环境可用的毫秒数，每个环境一次读数',
    },
    metrics: ['environment-provision-time'],
  }),
  shareNamed({
    name: 'environments-as-code',
    about: 'environment',
    title: { en: 'Environments as code', 'zh-CN': '环境即代码' },
    counts: {
      en: 'environments that versioned code describes, of all environments',
      'zh-CN': '由版本化代码描述的环境 / 全部环境',
    },
    metrics: ['environment-as-code-rate'],
  }),
  valueNamed({
    name: 'open-vulnerabilities',
    unit: 'count',
    about: 'security',
    ofCode: true,
    title: { en: 'Open vulnerabilities', 'zh-CN': '未修复漏洞' },
    counts: {
      en: 'known vulnerabilities of critical or high severity that are not fixed',
      'zh-CN': '未修复的严重与高危漏洞数',
    },
    metrics: ['open-vulnerabilities'],
  }),
  shareNamed({
    name: 'vulnerabilities-fixed',
    about: 'security',
    title: { en: 'Vulnerabilities fixed', 'zh-CN': '漏洞修复' },
    counts: {
      en: 'vulnerabilities fixed by their due date, of vulnerabilities that were due',
      'zh-CN': '按期修复的漏洞 / 到期的漏洞',
    },
    metrics: ['vulnerability-fix-rate'],
  }),
  shareNamed({
    name: 'dependency-scans',
    about: 'security',
    title: { en: 'Scanned dependencies', 'zh-CN': '依赖扫描' },
    counts: {
      en: 'third-party components that are scanned for vulnerabilities, of all third-party components',
      'zh-CN': '已做漏洞扫描的第三方组件 / 全部第三方组件',
    },
    metrics: ['dependency-scan-coverage'],
  }),
  valueNamed({
    name: 'exposed-secrets',
    unit: 'count',
    about: 'security',
    ofCode: true,
    title: { en: 'Exposed secrets', 'zh-CN': '泄露的密钥' },
    counts: {
      en: 'secrets found in the code that are not revoked',
      'zh-CN': '代码中发现且未吊销的密钥数',
    },
    metrics: ['exposed-secrets'],
  }),
  shareNamed({
    name: 'signed-artifacts',
    about: 'security',
    title: { en: 'Signed artifacts', 'zh-CN': '已签名制品' },
    counts: {
      en: 'artifacts published with a signature, of artifacts published',
      'zh-CN': '已签名发布的制品 / 已发布的制品',
    },
    metrics: ['signed-artifact-rate'],
  }),
];
