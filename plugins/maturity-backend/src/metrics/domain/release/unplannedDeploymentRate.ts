import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'unplanned-deployment-rate',
  area: 'release',
  title: { en: 'Unplanned deployment rate', 'zh-CN': '计划外部署率' },
  description: {
    en: 'Share of production deployments that were hotfixes. Where the purpose is unknown, it counts as unplanned.',
    'zh-CN': '生产部署中热修复的比例。目的未知的部署按计划外计。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source:
    'CSA stability standard draft (2025), change and release management: unplanned changes; measure and limits inferred',
  page: 'metrics/unplanned-deployment-rate.md',
};

/** Production hotfixes / production deployments: the work that nobody had planned. */
export const unplannedDeploymentRate: Metric = {
  definition,
  measure(input) {
    return decidedRatio({
      definition,
      input,
      decide: ({ fields: { purpose } }) => purpose && purpose === 'hotfix',
    });
  },
};
