import { builtInReading } from './builtInReading';

const AGILE =
  'YD/T 3763.2 (agile development management); measure and limits inferred';
const CD = 'YD/T 3763.3-2021 (ITU-T Y.3525)';
const SECURITY =
  'YD/T 3763.6 (security and risk management); measure and limits inferred';

/** Metrics of the readings of planning, delivery and security. */
export const deliveryReadings = [
  builtInReading({
    id: 'iteration-completion-rate',
    measure: 'committed-stories',
    kind: 'pooled-share',
    title: { en: 'Iteration completion rate', 'zh-CN': '迭代完成率' },
    source: AGILE,
  }),
  builtInReading({
    id: 'defect-escape-rate',
    measure: 'escaped-defects',
    kind: 'pooled-share',
    direction: 'lower',
    title: { en: 'Defect escape rate', 'zh-CN': '缺陷逃逸率' },
    source: AGILE,
  }),
  builtInReading({
    id: 'first-acceptance-rate',
    measure: 'accepted-at-first',
    kind: 'pooled-share',
    title: { en: 'First acceptance rate', 'zh-CN': '需求一次验收通过率' },
    source: AGILE,
  }),
  builtInReading({
    id: 'version-control-coverage',
    measure: 'versioned-items',
    kind: 'latest-share',
    title: { en: 'Version-control coverage', 'zh-CN': '版本控制覆盖率' },
    source: `${CD}, version control: one central version control`,
  }),
  builtInReading({
    id: 'database-change-automation-rate',
    measure: 'database-changes',
    kind: 'pooled-share',
    minimum: 1,
    title: {
      en: 'Database change automation rate',
      'zh-CN': '数据库变更自动化率',
    },
    source: `${CD}, data change management`,
  }),
  builtInReading({
    id: 'database-rollback-readiness',
    measure: 'database-rollbacks',
    kind: 'pooled-share',
    minimum: 1,
    title: {
      en: 'Database rollback readiness',
      'zh-CN': '数据库变更回滚就绪率',
    },
    source: `${CD}, data change management: rollback`,
  }),
  builtInReading({
    id: 'data-freshness',
    measure: 'data-age',
    kind: 'distribution',
    direction: 'lower',
    statistic: 'p95',
    title: { en: 'Freshness of metric data', 'zh-CN': '度量数据新鲜度' },
    source: `${CD}, measurement: timeliness of metrics`,
  }),
  builtInReading({
    id: 'environment-provision-time',
    measure: 'environment-provisioning',
    kind: 'distribution',
    direction: 'lower',
    statistic: 'p90',
    minimum: 1,
    title: { en: 'Environment provision time', 'zh-CN': '环境交付时间' },
    source: `${CD}, environment provisioning`,
  }),
  builtInReading({
    id: 'environment-as-code-rate',
    measure: 'environments-as-code',
    kind: 'latest-share',
    title: { en: 'Environment-as-code rate', 'zh-CN': '环境即代码覆盖率' },
    source: `${CD}, environment management: environments as code`,
  }),
  builtInReading({
    id: 'open-vulnerabilities',
    measure: 'open-vulnerabilities',
    kind: 'latest-value',
    direction: 'lower',
    title: { en: 'Open vulnerabilities', 'zh-CN': '未修复漏洞数' },
    source: SECURITY,
  }),
  builtInReading({
    id: 'vulnerability-fix-rate',
    measure: 'vulnerabilities-fixed',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Vulnerability fix rate', 'zh-CN': '漏洞按期修复率' },
    source: SECURITY,
  }),
  builtInReading({
    id: 'dependency-scan-coverage',
    measure: 'dependency-scans',
    kind: 'latest-share',
    title: { en: 'Dependency scan coverage', 'zh-CN': '依赖扫描覆盖率' },
    source: SECURITY,
  }),
  builtInReading({
    id: 'exposed-secrets',
    measure: 'exposed-secrets',
    kind: 'latest-value',
    direction: 'lower',
    title: { en: 'Exposed secrets', 'zh-CN': '泄露密钥数' },
    source: SECURITY,
  }),
  builtInReading({
    id: 'signed-artifact-rate',
    measure: 'signed-artifacts',
    kind: 'pooled-share',
    title: { en: 'Signed-artifact rate', 'zh-CN': '制品签名率' },
    source: SECURITY,
  }),
];
