import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { INTEGRATION_LOOK_BACK_DAYS } from '../integrations';
import { decidedUpdates } from './decidedUpdates';

const definition: MetricDefinition = {
  id: 'work-item-link-rate',
  area: 'code',
  title: { en: 'Work-item link rate', 'zh-CN': '工作项关联率' },
  description: {
    en: 'Share of trunk updates that name an existing work item. Where it is unknown whether one does, it counts as not linked. Bots do not count.',
    'zh-CN':
      '主干更新中关联到有效工作项的比例。是否关联未知的更新按未关联计，机器人的更新不计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['change'],
  minimum: 10,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), version control: traceability of changes',
  page: 'metrics/work-item-link-rate.md',
};

/** Trunk updates of people that name a work item / trunk updates of people (M06). */
export const workItemLinkRate: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    return decidedUpdates({
      definition,
      input,
      bots: false,
      decide: ({ workItems }) =>
        workItems === undefined ? undefined : workItems > 0,
    });
  },
};
