import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { productionDeployments } from '../productionDeployments';
import { ratioMeasurement } from '../ratioMeasurement';
import { rolledBackDeployments } from '../rolledBackDeployments';

const definition: MetricDefinition = {
  id: 'deployment-failure-rate',
  area: 'release',
  title: { en: 'Deployment failure rate', 'zh-CN': '部署失败率' },
  description: {
    en: 'Share of production deployments that failed or were rolled back. A rollback counts against the deployment that it undoes and is not a deployment itself.',
    'zh-CN':
      '生产部署中失败或被回滚的比例。回滚计在被回滚的那次部署上，其本身不算一次部署。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), deployment quality',
  page: 'metrics/deployment-failure-rate.md',
};

/**
 * Failed or rolled back production deployments / production deployments (M23).
 * Each deployment counts once, so the rate never exceeds 1.
 */
export const deploymentFailureRate: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = productionDeployments(input);
    const rolledBack = rolledBackDeployments(input);
    return ratioMeasurement({
      definition,
      input,
      items: finished.map(({ fact, at, failed }) => ({
        fact,
        at,
        hit: failed || rolledBack.has(fact),
      })),
      surroundings: { open, unknown: undecided },
    });
  },
};
