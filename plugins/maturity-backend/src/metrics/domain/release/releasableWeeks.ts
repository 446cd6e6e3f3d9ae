import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { isWorkingDay } from '@devops-scorecards/plugin-maturity-common';
import { QUARTER_DAYS } from '../daysUpToWindow';
import { measureReleasableWeeks } from './measureReleasableWeeks';

const definition: MetricDefinition = {
  id: 'releasable-weeks',
  area: 'release',
  title: { en: 'Releasable weeks', 'zh-CN': '可发布周数' },
  description: {
    en: 'How many of the last four weeks have a working day with a complete run of the production pipeline.',
    'zh-CN': '最近四周中至少有一个工作日完整运行过生产流水线的周数。',
  },
  unit: 'count',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 0,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), deployment strategy: able to deploy daily',
  page: 'metrics/releasable-weeks.md',
};

/**
 * Weeks, of the last four, with at least one working day on which the production
 * pipeline ran completely (M21b, level 3).
 */
export const releasableWeeks: Metric = {
  definition,
  lookBackDays: QUARTER_DAYS,
  measure(input) {
    const { calendars, timeZone } = input;
    return measureReleasableWeeks({
      definition,
      input,
      proofOf: runs =>
        runs.find(({ at }) => isWorkingDay(calendars.work, at, timeZone)),
    });
  },
};
