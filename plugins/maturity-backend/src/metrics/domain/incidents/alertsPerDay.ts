import {
  dayBuckets,
  type EpochMs,
  type MetricDefinition,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';
import { observedWindow } from '../observedWindow';
import { distribution } from '../statistics';
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
 * The distribution of alerts over the local days of the window (after S3.5; days
 * stand for shifts). Days before the source was connected are none: nobody knows
 * how many alerts they had.
 */
export const alertsPerDay: Metric = {
  definition,
  measure(input) {
    const alerts = alertsIn(input);
    const measurement = baseMeasurement({
      definition,
      input,
      items: alerts.map(({ fact, at }) => ({ fact, at, role: 'against' })),
      surroundings: { open: [] },
    });
    const { status, n } = measurement;
    if (status === 'no-source' || (status !== 'ok' && n === 0)) {
      return measurement;
    }
    const { from, to } = observedWindow(input);
    const times = alerts.map(({ at }) => at).sort((a, b) => a - b);
    // An alert may have fired before its source was heard of first.
    const since = Math.min(input.connections.alert!.since, times[0] ?? to);
    const days = dayBuckets(
      { from: Math.max(from, since), to },
      input.timeZone,
    );
    const perDay = distribution(countIn(days, times))!;
    return { ...measurement, value: perDay.p90, distribution: perDay };
  },
};

/** How many of the times, which ascend, lie in each of the days, which follow each other. */
function countIn(
  days: readonly TimeWindow[],
  times: readonly EpochMs[],
): number[] {
  let next = 0;
  return days.map(({ to }) => {
    const first = next;
    while (next < times.length && times[next] < to) {
      next += 1;
    }
    return next - first;
  });
}
