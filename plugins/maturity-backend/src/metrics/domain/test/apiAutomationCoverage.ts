import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { latestReading } from './latestReading';

const definition: MetricDefinition = {
  id: 'api-automation-coverage',
  area: 'test',
  title: { en: 'API automation coverage', 'zh-CN': '接口自动化测试覆盖率' },
  description: {
    en: 'Share of published API endpoints with at least one automated test, by the latest reading on the trunk in the window.',
    'zh-CN':
      '至少有一个自动化测试的接口占已发布接口的比例，取时间窗口内主干上的最近一次读数。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['measure'],
  minimum: 1,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), test layering and automation design',
  page: 'metrics/api-automation-coverage.md',
};

/** Tested / published endpoints (M15) of the latest reading named `api-coverage`. */
export const apiAutomationCoverage: Metric = {
  definition,
  measure(input) {
    return latestReading({ definition, input, name: 'api-coverage' });
  },
};
