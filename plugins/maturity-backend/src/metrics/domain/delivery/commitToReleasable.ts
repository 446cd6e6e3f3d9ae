import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationMeasurement } from '../durationMeasurement';
import { measureWithin } from '../measureWithin';
import { daysUpToWindow, QUARTER_DAYS, RECENT_DAYS } from '../daysUpToWindow';
import { leadTimes } from './leadTimes';

const definition: MetricDefinition = {
  id: 'commit-to-releasable',
  area: 'delivery',
  title: { en: 'Commit to releasable', 'zh-CN': '提交到可发布时间' },
  description: {
    en: 'Time from the first commit of a change to the first successful deployment to staging or production that contains it, over the last four weeks.',
    'zh-CN':
      '最近四周内，从变更的第一次提交到首次包含该变更的成功预发布或生产部署的时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['deployment', 'change'],
  minimum: 5,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), deployment strategy: able to deploy daily',
  page: 'metrics/commit-to-releasable.md',
};

/**
 * First commit to the finish of the first successful deployment to staging or
 * production, per change of the trunk, attributed to that finish in the last
 * four weeks up to the end of the window.
 */
export const commitToReleasable: Metric = {
  definition,
  lookBackDays: QUARTER_DAYS,
  measure(input) {
    const quarter = daysUpToWindow(input, QUARTER_DAYS);
    const recent = daysUpToWindow(input, RECENT_DAYS);
    return measureWithin(recent.window, input, own => {
      const { items, open, unknown } = leadTimes({
        input: own,
        window: recent.window,
        readFrom: quarter.window.from,
        counts: ({ fields: { tier } }) =>
          tier === 'staging' || tier === 'production',
      });
      return durationMeasurement({
        definition,
        input: own,
        items,
        surroundings: { open, unknown },
      });
    });
  },
};
