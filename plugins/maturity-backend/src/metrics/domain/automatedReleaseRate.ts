import type {
  DeploymentFields,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { productionDeployments } from './productionDeployments';
import { ratioMeasurement } from './ratioMeasurement';

const definition: MetricDefinition = {
  id: 'automated-release-rate',
  title: { en: 'Automated release rate', 'zh-CN': '自动化发布率' },
  description: {
    en: 'Share of production deployments that a pipeline carried out from start to verification, whoever started or approved them. Where it is unknown who carried one out, it counts as not automated.',
    'zh-CN':
      '生产部署中由流水线从开始到验证全程执行的比例，不论由谁发起或审批。执行方式未知的部署按非自动化计。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), deployment method; CSA stability standard draft (2025), automation release rate',
  page: 'metrics/automated-release-rate.md',
};

/**
 * Production deployments executed by a pipeline / production deployments (M22,
 * S6.1). A failed deployment counts by who executed it; its failure is judged
 * by the deployment failure rate.
 */
export const automatedReleaseRate: Metric = {
  definition,
  measure(input) {
    const { finished, open } = productionDeployments(input);
    const items = finished.map(({ fact, at }) => ({
      fact,
      at,
      execution: executionOf(fact.fields),
    }));
    return ratioMeasurement({
      definition,
      input,
      items: items.map(({ fact, at, execution }) => ({
        fact,
        at,
        hit: execution === 'pipeline',
      })),
      surroundings: {
        open,
        unknown: items.filter(({ execution }) => execution === undefined)
          .length,
      },
    });
  },
};

/** What the producer says, else what a link to a pipeline run shows. */
function executionOf(
  fields: DeploymentFields,
): 'pipeline' | 'manual' | undefined {
  return fields.execution ?? (fields.run ? 'pipeline' : undefined);
}
