import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { productionDeployments } from '../productionDeployments';
import { ratioMeasurement } from '../ratioMeasurement';
import { failedChanges } from './failedChanges';

const definition: MetricDefinition = {
  id: 'change-failure-rate',
  area: 'release',
  title: { en: 'Change failure rate', 'zh-CN': '变更失败率' },
  description: {
    en: 'Share of production deployments that an incident is linked to, that were rolled back, or that a hotfix followed within 24 hours.',
    'zh-CN': '生产部署中关联了故障、被回滚、或在 24 小时内有热修复跟进的比例。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment', 'incident'],
  minimum: 10,
  source: 'DORA software delivery performance metrics, change failure rate',
  page: 'metrics/change-failure-rate.md',
};

/**
 * Production deployments that an incident is linked to, that were rolled back or
 * that a hotfix repaired within 24 hours / production deployments (M24). Each
 * counts once, however many incidents it caused, so the rate never exceeds 1.
 */
export const changeFailureRate: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = productionDeployments(input);
    const failures = failedChanges(input);
    return ratioMeasurement({
      definition,
      input,
      items: finished.map(({ fact, at }) => ({
        fact,
        at,
        hit: failures.has(fact),
      })),
      surroundings: { open, unknown: undecided },
    });
  },
};
