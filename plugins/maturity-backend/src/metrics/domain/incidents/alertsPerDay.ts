import {
  dayBuckets,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { alertLoad } from './alertLoad';
import { alertsIn } from './alertsIn';

const definition: MetricDefinition = {
  id: 'alerts-per-day',
  area: 'alerting',
  title: { en: 'Alerts per day', 'zh-CN': '每日告警数' },
  description: {
    en: 'Alerts that fire on a local day, of any severity, days without any included.',
    'zh-CN': '每个自然日触发的告警数，不论级别，无告警的日子计为零。',
  },
  unit: 'count',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['alert'],
  minimum: 0,
  source:
    'CSA stability standard draft (2025), monitoring and alerting management: load of those on duty; measure and limits inferred',
  page: 'metrics/alerts-per-day.md',
};

/**
 * The distribution of alerts over the local days of the window. Days before the
 * source was connected are none: nobody knows how many alerts they had.
 */
export const alertsPerDay: Metric = {
  definition,
  measure(input) {
    return alertLoad({
      definition,
      input,
      alerts: alertsIn(input),
      parts: window => dayBuckets(window, input.timeZone),
    });
  },
};
