import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { productionDeployments } from '../productionDeployments';
import { ratioMeasurement } from '../ratioMeasurement';
import { incidentsByDeployment } from './failedChanges';

const definition: MetricDefinition = {
  id: 'incident-linked-failure-rate',
  area: 'release',
  title: {
    en: 'Change failure rate, by incidents',
    'zh-CN': '变更失败率（按故障）',
  },
  description: {
    en: 'Share of successful production deployments that an incident is linked to. Rollbacks and hotfixes without an incident do not count, and rollouts that failed are left out.',
    'zh-CN':
      '成功的生产部署中关联了故障的比例。没有故障的回滚与热修复不计，部署本身失败的不计入。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment', 'incident'],
  minimum: 10,
  source:
    'DORA software delivery performance metrics, change fail rate, as DevLake computes it',
  page: 'metrics/incident-linked-failure-rate.md',
};

/**
 * Successful production deployments with an incident / successful production
 * deployments (a variant of M24). Each counts once, however many incidents.
 */
export const incidentLinkedFailureRate: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = productionDeployments(input);
    const incidents = incidentsByDeployment(input);
    return ratioMeasurement({
      definition,
      input,
      items: finished
        .filter(({ failed }) => !failed)
        .map(({ fact, at }) => ({ fact, at, hit: incidents.has(fact.key) })),
      surroundings: { open, unknown: undecided },
    });
  },
};
