import type { MetricUnit } from '@devops-scorecards/plugin-maturity-common';

/** What pages call the units of metrics. */
export const UNIT_NAMES: Readonly<Record<MetricUnit, string>> = {
  ratio: 'share, 0 to 1',
  duration: 'milliseconds',
  count: 'count',
  'per-day': 'per day',
  times: 'times, a multiple',
};
