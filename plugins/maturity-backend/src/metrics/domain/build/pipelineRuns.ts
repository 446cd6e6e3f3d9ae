import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from '../countMeasurement';
import { judgedRuns } from './judgedRuns';

const definition: MetricDefinition = {
  id: 'pipeline-runs',
  area: 'build',
  title: { en: 'Pipeline runs', 'zh-CN': '流水线运行次数' },
  description: {
    en: 'Runs of pipelines on the trunk that finished in success or failure, each once whatever its attempts.',
    'zh-CN':
      '主干上以成功或失败结束的流水线运行次数，每次运行无论尝试多少次只计一次。',
  },
  unit: 'count',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['run'],
  minimum: 0,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), build plan',
  page: 'metrics/pipeline-runs.md',
};

/** Trunk runs that succeeded or failed: the denominator of the build success rate. */
export const pipelineRuns: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = judgedRuns(input);
    return countMeasurement({
      definition,
      input,
      items: finished,
      surroundings: { open, unknown: undecided },
    });
  },
};
