import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { latestReading } from './latestReading';

const definition: MetricDefinition = {
  id: 'unit-test-coverage',
  area: 'test',
  title: { en: 'Unit-test coverage', 'zh-CN': '单元测试覆盖率' },
  description: {
    en: 'Share of coverable lines that unit tests cover, by the latest reading on the trunk in the window.',
    'zh-CN':
      '单元测试覆盖的代码行占可覆盖代码行的比例，取时间窗口内主干上的最近一次读数。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['measure'],
  minimum: 1,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), test layering and automation design',
  page: 'metrics/unit-test-coverage.md',
};

/** Covered / coverable lines (M13) of the latest reading named `unit-coverage`. */
export const unitTestCoverage: Metric = {
  definition,
  measure(input) {
    return latestReading({ definition, input, name: 'unit-coverage' });
  },
};
