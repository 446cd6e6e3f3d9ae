import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { rateMeasurement } from '../rateMeasurement';
import { workingDaysOf } from '../workingDaysOf';
import { judgedRuns } from './judgedRuns';

const definition: MetricDefinition = {
  id: 'builds-per-day',
  area: 'build',
  title: { en: 'Builds per working day', 'zh-CN': '每工作日构建次数' },
  description: {
    en: 'Runs of pipelines on the trunk that finished in success or failure, per working day of the window.',
    'zh-CN':
      '时间窗口内平均每个工作日在主干上以成功或失败结束的流水线运行次数。',
  },
  unit: 'per-day',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['run'],
  minimum: 0,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), build plan',
  page: 'metrics/builds-per-day.md',
};

/** Trunk runs that succeeded or failed / working days of the window. */
export const buildsPerDay: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = judgedRuns(input);
    return rateMeasurement({
      definition,
      input,
      items: finished,
      days: workingDaysOf(input),
      surroundings: { open, unknown: undecided },
    });
  },
};
