import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratio } from '../statistics';
import { INCIDENT_LOOK_BACK_DAYS } from './faults';
import { serviceDowntime, serviceMeasurement } from './serviceDowntime';

const definition: MetricDefinition = {
  id: 'availability',
  area: 'availability',
  title: { en: 'Availability', 'zh-CN': '可用率' },
  description: {
    en: 'Share of the service hours in which the service was up. Outages that overlap count once; degraded service does not count. Without a source of incidents there is no availability.',
    'zh-CN':
      '服务时段内服务可用的时间比例。重叠的中断只计一次，性能下降不计入。未接入故障数据源时没有可用率。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 0,
  source:
    'CSA stability standard draft (2025), architecture management: availability; formula inferred',
  page: 'metrics/availability.md',
};

/** 1 - union of outages / service time that has passed (S1.4), in milliseconds. */
export const availability: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const service = serviceDowntime(input);
    const measurement = serviceMeasurement({ definition, input, service });
    if (measurement.status === 'no-source') {
      return measurement;
    }
    const numerator = service.serviceTime - service.downtime;
    const denominator = service.serviceTime;
    const value =
      measurement.n > 0 || measurement.status === 'ok'
        ? ratio(numerator, denominator)
        : undefined;
    return {
      ...measurement,
      ...(value === undefined ? {} : { value }),
      numerator,
      denominator,
    };
  },
};
