import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { shareMeasurement } from './shareMeasurement';
import { trunkReadings } from './trunkReadings';

const definition: MetricDefinition = {
  id: 'automated-pass-rate',
  area: 'test',
  title: { en: 'Automated pass rate', 'zh-CN': '自动化测试通过率' },
  description: {
    en: 'Share of executed automated tests on the trunk that passed, over all test reports of the window.',
    'zh-CN':
      '时间窗口内主干上所有测试报告中通过的自动化测试占已执行自动化测试的比例。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['measure'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), automation analysis',
  page: 'metrics/automated-pass-rate.md',
};

/** Passed / executed tests (M16), summed over the readings named `automated-tests`. */
export const automatedPassRate: Metric = {
  definition,
  measure(input) {
    return shareMeasurement({
      definition,
      input,
      ...trunkReadings(input, 'automated-tests'),
    });
  },
};
