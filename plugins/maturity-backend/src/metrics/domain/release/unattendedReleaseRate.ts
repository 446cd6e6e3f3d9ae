import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { executionOf } from '../executionOf';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'unattended-release-rate',
  area: 'release',
  title: { en: 'Unattended release rate', 'zh-CN': '无人值守发布率' },
  description: {
    en: 'Share of production deployments that a pipeline carried out and no person started. Where either is unknown, it counts as attended.',
    'zh-CN':
      '生产部署中由流水线执行且非人工发起的比例。执行方式或发起者未知的部署按有人值守计。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), deployment process',
  page: 'metrics/unattended-release-rate.md',
};

/**
 * Production deployments that a pipeline executed and a machine started /
 * production deployments (M22b): never more than the automated release rate.
 */
export const unattendedReleaseRate: Metric = {
  definition,
  measure(input) {
    return decidedRatio({
      definition,
      input,
      decide: ({ fields }) => {
        const executed = executionOf(fields);
        if (executed === 'manual' || fields.startedBy === 'person') {
          return false;
        }
        return executed && fields.startedBy && true;
      },
    });
  },
};
