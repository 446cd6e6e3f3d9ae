import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { productionDeployments } from '../productionDeployments';
import { ratioMeasurement } from '../ratioMeasurement';

const definition: MetricDefinition = {
  id: 'rollout-failure-rate',
  area: 'release',
  title: {
    en: 'Change failure rate, by rollouts',
    'zh-CN': '变更失败率（按部署结果）',
  },
  description: {
    en: 'Share of production deployments whose rollout failed. What happened after a successful rollout does not count.',
    'zh-CN': '生产部署中部署本身失败的比例。部署成功之后发生的问题不计。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source:
    'DORA software delivery performance metrics, change fail rate, as metrik computes it',
  page: 'metrics/rollout-failure-rate.md',
};

/** Production deployments that failed / those that succeeded or failed. */
export const rolloutFailureRate: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = productionDeployments(input);
    return ratioMeasurement({
      definition,
      input,
      items: finished.map(({ fact, at, failed }) => ({
        fact,
        at,
        hit: failed,
      })),
      surroundings: { open, unknown: undecided },
    });
  },
};
