import {
  sessionSpans,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratio } from '../statistics';
import { INCIDENT_LOOK_BACK_DAYS } from './faults';
import { lengthOf } from './intervals';
import { needsSetting } from './needsSetting';
import { serviceDowntime, serviceMeasurement } from './serviceDowntime';

const definition: MetricDefinition = {
  id: 'error-budget',
  area: 'availability',
  title: { en: 'Error budget left', 'zh-CN': '剩余错误预算' },
  description: {
    en: 'Share of the agreed downtime of the window that is left. It is negative when there was more downtime than agreed.',
    'zh-CN': '时间窗口内约定停机时间的剩余比例。停机超出约定时为负。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 0,
  source:
    'Site Reliability Workbook (Google, 2018), error budgets; service hours and union of outages as for availability',
  page: 'metrics/error-budget.md',
};

/**
 * (budget - downtime) / budget, where budget = (1 - target) x service time of
 * the whole window, also of the part that is still to come.
 */
export const errorBudget: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const { availabilityTarget: target } = input.subject;
    if (target === undefined) {
      return needsSetting({
        definition,
        input,
        setting: 'availability-target',
      });
    }
    const service = serviceDowntime(input);
    const measurement = serviceMeasurement({ definition, input, service });
    if (measurement.status === 'no-source') {
      return measurement;
    }
    const agreed = sessionSpans(
      input.calendars.session,
      input.window,
      input.timeZone,
    );
    const denominator = Math.round((1 - target) * lengthOf(agreed));
    const numerator = denominator - service.downtime;
    const value =
      measurement.n > 0 || measurement.status === 'ok'
        ? ratio(numerator, denominator)
        : undefined;
    return {
      ...measurement,
      // An agreement without any downtime has no share of it.
      ...(value === undefined && measurement.status === 'ok'
        ? { status: 'none' as const }
        : {}),
      ...(value === undefined ? {} : { value }),
      numerator,
      denominator,
    };
  },
};
