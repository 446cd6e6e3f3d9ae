import {
  dayBuckets,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';
import { observedWindow } from '../observedWindow';
import { outageOf } from './downtimeOf';
import { INCIDENT_LOOK_BACK_DAYS } from './faults';
import { intersectionOf, overlapWith } from './intervals';
import { serviceDowntime } from './serviceDowntime';

const definition: MetricDefinition = {
  id: 'reportable-outage-days',
  area: 'availability',
  title: { en: 'Days with a reportable outage', 'zh-CN': '应报告中断天数' },
  description: {
    en: 'Local days with at least five minutes of outage in service hours, added up over the day.',
    'zh-CN': '服务时段内累计中断达到五分钟的自然日天数。',
  },
  unit: 'count',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 0,
  source:
    'CSRC rules on the reporting of information security events (2012): five minutes of interruption in trading hours; replaced by the measures of 2021',
  page: 'metrics/reportable-outage-days.md',
};

/** Cumulative outage of a day from which it must be reported. Milliseconds. */
const REPORTABLE_MS = 5 * 60_000;

/** Days whose downtime in service hours adds up to five minutes or more (S5.6). */
export const reportableOutageDays: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const { intervals, outages, unknown } = serviceDowntime(input);
    const days = dayBuckets(
      observedWindow(input),
      input.calendars.session.timeZone ?? input.timeZone,
    ).filter(day => overlapWith(intervals, day).total >= REPORTABLE_MS);
    const reportable = intersectionOf(intervals, days);
    const measurement = baseMeasurement({
      definition,
      input,
      items: outages.flatMap(({ fact }) => {
        const { first } = overlapWith(reportable, outageOf(fact.fields)!);
        return first === undefined
          ? []
          : [{ fact, at: first, role: 'against' as const }];
      }),
      n: days.length,
      surroundings: { open: [], unknown },
    });
    const { status, n } = measurement;
    return status === 'no-source' || (status !== 'ok' && n === 0)
      ? measurement
      : { ...measurement, value: n };
  },
};
