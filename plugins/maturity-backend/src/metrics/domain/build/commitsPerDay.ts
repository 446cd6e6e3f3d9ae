import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { rateMeasurement } from '../rateMeasurement';
import { workingDaysOf } from '../workingDaysOf';
import { integrations, INTEGRATION_LOOK_BACK_DAYS } from '../integrations';

const definition: MetricDefinition = {
  id: 'commits-per-day',
  area: 'build',
  title: { en: 'Commits per working day', 'zh-CN': '每工作日代码提交次数' },
  description: {
    en: 'Commits that reached the trunk per working day of the window. Bots do not count.',
    'zh-CN':
      '时间窗口内平均每个工作日进入主干的代码提交次数，机器人的提交不计入。',
  },
  unit: 'per-day',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['change'],
  minimum: 0,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), integration frequency; code submissions per day as published cases count them',
  page: 'metrics/commits-per-day.md',
};

/**
 * Commits on the trunk / working days of the window. An update that does not say
 * how many commits it brought counts as one.
 */
export const commitsPerDay: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    const items = integrations(input);
    return rateMeasurement({
      definition,
      input,
      items,
      counted: items.reduce((sum, { commits = 1 }) => sum + commits, 0),
      days: workingDaysOf(input),
      surroundings: {
        open: [],
        unknown: items.filter(({ commits }) => commits === undefined).length,
      },
    });
  },
};
