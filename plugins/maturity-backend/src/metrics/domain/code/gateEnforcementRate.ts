import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { INTEGRATION_LOOK_BACK_DAYS } from '../integrations';
import { decidedUpdates } from './decidedUpdates';

const definition: MetricDefinition = {
  id: 'gate-enforcement-rate',
  area: 'code',
  title: { en: 'Gate enforcement rate', 'zh-CN': '质量门禁执行率' },
  description: {
    en: 'Share of trunk updates for which all mandatory gates were evaluated and passed, without a bypass. Where that is unknown, it counts as not enforced. Updates of bots count, too.',
    'zh-CN':
      '主干更新中全部强制门禁均已评估并通过且未被绕过的比例。门禁结果未知的更新按未执行计，机器人的更新同样计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['change'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), code quality: quality gates',
  page: 'metrics/gate-enforcement-rate.md',
};

/** Trunk updates that passed all mandatory gates / trunk updates (M18). */
export const gateEnforcementRate: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    return decidedUpdates({
      definition,
      input,
      bots: true,
      decide: ({ gates }) => gates && gates === 'passed',
    });
  },
};
