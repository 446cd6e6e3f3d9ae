import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'out-of-window-deployment-rate',
  area: 'release',
  title: { en: 'Out-of-window deployment rate', 'zh-CN': '窗口外部署率' },
  description: {
    en: 'Share of production deployments outside the windows agreed for changes. Where that is unknown, it counts as outside.',
    'zh-CN':
      '在约定变更窗口之外进行的生产部署的比例。是否在窗口内未知的部署按窗口外计。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source:
    'CSA stability standard draft (2025), change and release management: windows for changes; measure and limits inferred',
  page: 'metrics/out-of-window-deployment-rate.md',
};

/** Production deployments outside their window / production deployments (S6.6). */
export const outOfWindowDeploymentRate: Metric = {
  definition,
  measure(input) {
    return decidedRatio({
      definition,
      input,
      decide: ({ fields: { changeWindow } }) =>
        changeWindow && changeWindow === 'outside',
    });
  },
};
