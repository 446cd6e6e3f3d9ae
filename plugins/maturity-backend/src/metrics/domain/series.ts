import {
  dayBuckets,
  weekBuckets,
  type Calendar,
  type EpochMs,
  type Fact,
  type FactKind,
  type MetricSeries,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricSubject,
  Portfolio,
  SourceConnection,
} from '@devops-scorecards/plugin-maturity-node';
import { factsOfMetric } from './factsOfMetric';
import { measureOne } from './measureOne';
import { observedWindow } from './observedWindow';
import { requireWindow } from './requireWindow';

/**
 * One metric in the local days or ISO weeks of a window, for charts.
 *
 * @remarks
 *
 * Each point is a whole measurement of its bucket with a status of its own: a
 * bucket without data is a gap and not a 0. The first and the last bucket are
 * cut to the window and to as-of; rates divide by the days that are left.
 *
 * @param options - `facts` as for `measureEntity`, for the whole window;
 * `evidenceLimit` per point, none by default
 * @throws `InputError` for a window that is empty or in the future, or for an
 * unknown time zone
 */
export function measureSeries(options: {
  metric: Metric;
  facts: readonly Fact[];
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  window: TimeWindow;
  bucket: 'day' | 'week';
  asOf: EpochMs;
  timeZone: string;
  subject: MetricSubject;
  calendars: Readonly<Record<'work' | 'session', Calendar>>;
  evidenceLimit?: number;
  portfolio?: Portfolio;
}): MetricSeries {
  const { metric, window, bucket, asOf, timeZone } = options;
  const { connections, subject, calendars, portfolio } = options;
  requireWindow(window, asOf);
  const facts = factsOfMetric(options.facts)(metric);
  return {
    metric: metric.definition.id,
    bucket,
    points: bucketsOf(options).map(part =>
      measureOne(metric, {
        facts,
        connections,
        window: part,
        asOf,
        timeZone,
        subject,
        calendars,
        portfolio,
        evidenceLimit: options.evidenceLimit ?? 0,
      }),
    ),
  };
}

/** The local days or ISO weeks of a window, up to as-of. */
export function bucketsOf(options: {
  window: TimeWindow;
  bucket: 'day' | 'week';
  asOf: EpochMs;
  timeZone: string;
}): TimeWindow[] {
  const { bucket, timeZone } = options;
  const observed = observedWindow(options);
  return bucket === 'day'
    ? dayBuckets(observed, timeZone)
    : weekBuckets(observed, timeZone);
}
