import type { CatalogueEntry } from './catalogueEntry';

/** The metrics of DORA (DevOps Research and Assessment) and of site reliability. */
export const RESEARCH_CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'Deployment frequency',
    title: { en: 'Deployment frequency', 'zh-CN': '部署频率' },
    metrics: ['deployment-frequency', 'deployment-days'],
    note: 'Per day, and by days with a deployment.',
  },
  {
    id: 'Change lead time',
    title: { en: 'Change lead time', 'zh-CN': '变更前置时间' },
    metrics: ['change-lead-time'],
  },
  {
    id: 'Change fail rate',
    title: { en: 'Change fail rate', 'zh-CN': '变更失败率' },
    metrics: [
      'change-failure-rate',
      'incident-linked-failure-rate',
      'rollout-failure-rate',
    ],
    note: 'Three variants, where references disagree.',
  },
  {
    id: 'Failed deployment recovery time',
    title: {
      en: 'Failed deployment recovery time',
      'zh-CN': '失败部署恢复时间',
    },
    metrics: ['failed-deployment-recovery-time'],
  },
  {
    id: 'Deployment rework rate',
    title: { en: 'Deployment rework rate', 'zh-CN': '部署返工率' },
    metrics: ['deployment-rework-rate', 'unplanned-deployment-rate'],
    note: 'Made because of an incident, and all that were unplanned.',
  },
  {
    id: 'Error budget',
    title: { en: 'Error budget and burn rates', 'zh-CN': '错误预算与消耗速率' },
    metrics: ['error-budget', 'burn-rate-1h', 'burn-rate-6h', 'burn-rate-3d'],
    note: 'Site Reliability Workbook: limits of 14.4, 6 and 1 times.',
  },
];
