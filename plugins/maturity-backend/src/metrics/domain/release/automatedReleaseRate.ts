import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { executionOf } from '../executionOf';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'automated-release-rate',
  area: 'release',
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
    return decidedRatio({
      definition,
      input,
      decide: ({ fields }) => {
        const executed = executionOf(fields);
        return executed && executed === 'pipeline';
      },
    });
  },
};
