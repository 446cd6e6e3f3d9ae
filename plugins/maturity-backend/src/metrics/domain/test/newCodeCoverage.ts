import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { latestReading } from './latestReading';

const definition: MetricDefinition = {
  id: 'new-code-coverage',
  area: 'test',
  title: { en: 'New-code coverage', 'zh-CN': '增量代码覆盖率' },
  description: {
    en: 'Share of coverable changed lines that unit tests cover, by the latest reading on the trunk in the window.',
    'zh-CN':
      '单元测试覆盖的变更代码行占可覆盖变更代码行的比例，取时间窗口内主干上的最近一次读数。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['measure'],
  minimum: 1,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), test layering and automation design',
  page: 'metrics/new-code-coverage.md',
};

/** Covered / coverable changed lines (M14) of the latest reading named `new-code-coverage`. */
export const newCodeCoverage: Metric = {
  definition,
  measure(input) {
    return latestReading({ definition, input, name: 'new-code-coverage' });
  },
};
