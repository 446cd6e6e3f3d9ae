import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationMeasurement } from '../durationMeasurement';
import { durationItems } from '../durationItems';
import { judgedRuns } from './judgedRuns';

const definition: MetricDefinition = {
  id: 'build-duration',
  area: 'build',
  title: { en: 'Build duration', 'zh-CN': '构建时长' },
  description: {
    en: 'Time from the start to the finish of successful pipeline runs on the trunk, without the wait in the queue.',
    'zh-CN': '主干上成功的流水线运行从开始到结束的时间，不含排队等待。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p50',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['run'],
  minimum: 5,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), build environment and feedback cycle',
  page: 'metrics/build-duration.md',
};

/**
 * Start to finish of trunk runs that succeeded (M10), each by its last finished
 * attempt. A failed run stops early and would make builds look fast.
 */
export const buildDuration: Metric = {
  definition,
  measure(input) {
    const { finished, open } = judgedRuns(input);
    const { items, unknown } = durationItems(
      finished
        .filter(({ failed }) => !failed)
        .map(({ fact, at }) => ({
          fact,
          at,
          from: fact.fields.startedAt,
          to: at,
        })),
    );
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};
