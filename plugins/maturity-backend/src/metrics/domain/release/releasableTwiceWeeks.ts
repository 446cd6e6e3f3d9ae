import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { QUARTER_DAYS } from '../daysUpToWindow';
import { measureReleasableWeeks } from './measureReleasableWeeks';

const definition: MetricDefinition = {
  id: 'releasable-twice-weeks',
  area: 'release',
  title: { en: 'Weeks releasable twice a day', 'zh-CN': '一日两次可发布周数' },
  description: {
    en: 'How many of the last four weeks have a day with at least two complete runs of the production pipeline.',
    'zh-CN': '最近四周中至少有一天完整运行生产流水线两次及以上的周数。',
  },
  unit: 'count',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 0,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), deployment strategy: able to deploy several times a day',
  page: 'metrics/releasable-twice-weeks.md',
};

/**
 * Weeks, of the last four, with at least one day on which the production
 * pipeline ran completely for two different passes (M21b, level 4).
 */
export const releasableTwiceWeeks: Metric = {
  definition,
  lookBackDays: QUARTER_DAYS,
  measure(input) {
    return measureReleasableWeeks({
      definition,
      input,
      proofOf: runs => runs.find(({ pass }) => pass !== runs[0].pass),
    });
  },
};
