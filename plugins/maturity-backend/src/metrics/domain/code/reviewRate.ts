import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { INTEGRATION_LOOK_BACK_DAYS } from '../integrations';
import { decidedUpdates } from './decidedUpdates';

const definition: MetricDefinition = {
  id: 'review-rate',
  area: 'code',
  title: { en: 'Review rate', 'zh-CN': '代码评审率' },
  description: {
    en: 'Share of trunk updates that somebody other than the author had approved. Where that is unknown, as of a push without a request, it counts as not approved. Updates of bots count, too.',
    'zh-CN':
      '主干更新中经作者以外的人批准的比例。是否批准未知的更新（如未经合并请求的直接推送）按未批准计，机器人的更新同样计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['change'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), code quality: review of changes',
  page: 'metrics/review-rate.md',
};

/** Approved trunk updates / trunk updates (M07). */
export const reviewRate: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    return decidedUpdates({
      definition,
      input,
      bots: true,
      decide: ({ approved }) => approved,
    });
  },
};
