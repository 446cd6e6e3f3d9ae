import {
  nextMidnight,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { alertLoad } from './alertLoad';
import { alertsIn } from './alertsIn';
import { shiftsOf } from './shiftsOf';

const definition: MetricDefinition = {
  id: 'pages-per-shift',
  area: 'alerting',
  title: { en: 'Pages per shift', 'zh-CN': '每班次呼叫数' },
  description: {
    en: 'Critical alerts that fire in a shift of eight hours, shifts without any included. An alert of unknown severity counts, too.',
    'zh-CN':
      '每八小时班次内触发的严重告警数，无告警的班次计为零。级别未知的告警同样计入。',
  },
  unit: 'count',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['alert'],
  minimum: 0,
  source:
    'CSA stability standard draft (2025), monitoring and alerting management: load of those on duty; measure and limits inferred',
  page: 'metrics/pages-per-shift.md',
};

/**
 * The distribution of critical alerts over the shifts of the window (S3.5), which
 * begin at 0, 8 and 16 o'clock. All shifts of the last day count, so that the
 * number changes with alerts and midnights and not with every shift.
 */
export const pagesPerShift: Metric = {
  definition,
  measure(input) {
    const alerts = alertsIn(input).filter(
      ({ fact: { fields } }) => (fields.severity ?? 'critical') === 'critical',
    );
    return alertLoad({
      definition,
      input,
      alerts,
      parts: ({ from, to }) =>
        shiftsOf(
          { from, to: nextMidnight(to - 1, input.timeZone) },
          input.timeZone,
        ),
      unknown: alerts.filter(({ fact }) => fact.fields.severity === undefined)
        .length,
    });
  },
};
