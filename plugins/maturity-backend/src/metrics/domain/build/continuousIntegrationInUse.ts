import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from '../countMeasurement';
import { observedWindow } from '../observedWindow';
import { compareItems } from '../sample';
import { trunkResults } from './trunkRuns';

const definition: MetricDefinition = {
  id: 'continuous-integration-in-use',
  area: 'build',
  title: { en: 'Continuous integration in use', 'zh-CN': '使用持续集成' },
  description: {
    en: 'Whether a pipeline run on the trunk finished in the window: 1 if so, else 0.',
    'zh-CN': '时间窗口内主干上有流水线运行完成则为 1，否则为 0。',
  },
  unit: 'count',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['run'],
  minimum: 0,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), integration service',
  page: 'metrics/continuous-integration-in-use.md',
};

/** Whether a trunk run finished in the window; the newest one proves it. */
export const continuousIntegrationInUse: Metric = {
  definition,
  measure(input) {
    return countMeasurement({
      definition,
      input,
      items: trunkResults({ facts: input.facts, ...observedWindow(input) })
        .sort(compareItems)
        .slice(-1),
      surroundings: { open: [] },
    });
  },
};
