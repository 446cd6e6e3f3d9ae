import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratioMeasurement } from '../ratioMeasurement';
import { judgedRuns } from './judgedRuns';

const definition: MetricDefinition = {
  id: 'build-success-rate',
  area: 'build',
  title: { en: 'Build success rate', 'zh-CN': '构建成功率' },
  description: {
    en: 'Share of pipeline runs on the trunk that succeeded, judged by their last finished attempt. Cancelled and skipped runs do not count.',
    'zh-CN':
      '主干流水线运行中成功的比例，以最后一次完成的尝试为准。已取消和已跳过的运行不计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['run'],
  minimum: 10,
  source:
    'Build success rate as efficiency-measurement practice for YD/T 3763 uses it: successful builds / all builds',
  page: 'metrics/build-success-rate.md',
};

/**
 * Trunk runs that succeeded / trunk runs that succeeded or failed (M09), each
 * run by its last finished attempt and attributed to that attempt's finish.
 */
export const buildSuccessRate: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = judgedRuns(input);
    return ratioMeasurement({
      definition,
      input,
      items: finished.map(({ fact, at, failed }) => ({
        fact,
        at,
        hit: !failed,
      })),
      surroundings: { open, unknown: undecided },
    });
  },
};
