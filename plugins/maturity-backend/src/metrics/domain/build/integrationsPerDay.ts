import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { rateMeasurement } from '../rateMeasurement';
import { workingDaysOf } from '../workingDaysOf';
import { integrations, INTEGRATION_LOOK_BACK_DAYS } from '../integrations';

const definition: MetricDefinition = {
  id: 'integrations-per-day',
  area: 'build',
  title: { en: 'Integrations per working day', 'zh-CN': '每工作日集成次数' },
  description: {
    en: 'Updates of the trunk per working day of the window. A merged request and the push of its merge count once; bots do not count.',
    'zh-CN':
      '时间窗口内平均每个工作日主干更新的次数。合并请求与其合并产生的推送只计一次，机器人的更新不计入。',
  },
  unit: 'per-day',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['change'],
  minimum: 0,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), integration frequency',
  page: 'metrics/integrations-per-day.md',
};

/** Integrations / working days of the window (M04). */
export const integrationsPerDay: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    const items = integrations(input);
    return rateMeasurement({
      definition,
      input,
      items,
      days: workingDaysOf(input),
      surroundings: { open: [] },
    });
  },
};
