import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { productionDeployments } from '../productionDeployments';
import { rateMeasurement } from '../rateMeasurement';

const definition: MetricDefinition = {
  id: 'deployment-frequency',
  area: 'release',
  title: { en: 'Deployment frequency', 'zh-CN': '部署频率' },
  description: {
    en: 'Successful production deployments per calendar day of the window. Rollbacks and failed deployments do not count.',
    'zh-CN':
      '时间窗口内平均每个自然日成功的生产部署次数。回滚与失败的部署不计入。',
  },
  unit: 'per-day',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 0,
  source: 'DORA software delivery performance metrics, deployment frequency',
  page: 'metrics/deployment-frequency.md',
};

/** Successful production deployments / local days of the window (M21). */
export const deploymentFrequency: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = productionDeployments(input);
    return rateMeasurement({
      definition,
      input,
      items: finished.filter(({ failed }) => !failed),
      surroundings: { open, unknown: undecided },
    });
  },
};
