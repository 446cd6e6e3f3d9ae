import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratioMeasurement, type RatioItem } from '../ratioMeasurement';
import type { SampleItem } from '../sample';
import { alertsIn } from './alertsIn';

const definition: MetricDefinition = {
  id: 'alerts-acknowledged-in-time',
  area: 'alerting',
  title: { en: 'Alerts acknowledged in time', 'zh-CN': '告警及时响应率' },
  description: {
    en: 'Share of critical alerts that somebody acknowledged within five minutes. Alerts that were over within five minutes without anybody do not count.',
    'zh-CN':
      '严重告警在五分钟内得到确认的比例。五分钟内自行恢复且无人确认的告警不计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['alert'],
  minimum: 5,
  source:
    'CSA stability standard draft (2025), monitoring and alerting management: acknowledgement; measure and limits inferred',
  page: 'metrics/alerts-acknowledged-in-time.md',
};

/** Longest time to an acknowledgement that is in time. Milliseconds. */
const IN_TIME_MS = 5 * 60_000;

/**
 * Critical alerts acknowledged within five minutes / critical alerts that fired
 * in the window and asked for it for as long (S3.4). Exactly five minutes is in
 * time.
 */
export const alertsAcknowledgedInTime: Metric = {
  definition,
  measure(input) {
    const { asOf } = input;
    const items: RatioItem[] = [];
    const open: SampleItem[] = [];
    let unknown = 0;
    for (const { fact, at } of alertsIn(input)) {
      const { severity, acknowledgedAt, resolvedAt = Infinity } = fact.fields;
      if (severity !== 'critical') {
        unknown += severity === undefined ? 1 : 0;
      } else if (
        acknowledgedAt !== undefined &&
        acknowledgedAt < asOf &&
        acknowledgedAt - at <= IN_TIME_MS
      ) {
        items.push({ fact, at, hit: true });
      } else if (Math.min(resolvedAt, asOf) - at > IN_TIME_MS) {
        items.push({ fact, at, hit: false });
      } else if (resolvedAt >= asOf) {
        open.push({ fact, at });
      }
    }
    return ratioMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};
