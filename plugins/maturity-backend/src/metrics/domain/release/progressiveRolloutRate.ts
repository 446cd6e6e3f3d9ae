import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'progressive-rollout-rate',
  area: 'release',
  title: { en: 'Progressive rollout rate', 'zh-CN': '渐进式发布率' },
  description: {
    en: 'Share of production deployments that were rolled out in steps: canary, blue-green or rolling. Where the strategy is unknown, it counts as all at once.',
    'zh-CN':
      '生产部署中以金丝雀、蓝绿或滚动方式分步发布的比例。发布策略未知的部署按一次性发布计。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), deployment strategy',
  page: 'metrics/progressive-rollout-rate.md',
};

/** Production deployments by canary, blue-green or rolling / production deployments. */
export const progressiveRolloutRate: Metric = {
  definition,
  measure(input) {
    return decidedRatio({
      definition,
      input,
      decide: ({ fields: { strategy } }) =>
        strategy && strategy !== 'all-at-once',
    });
  },
};
