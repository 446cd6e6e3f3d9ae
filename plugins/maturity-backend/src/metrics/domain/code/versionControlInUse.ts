import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from '../countMeasurement';
import { INTEGRATION_LOOK_BACK_DAYS, updatesInWindow } from '../integrations';

const definition: MetricDefinition = {
  id: 'version-control-in-use',
  area: 'code',
  title: { en: 'Version control in use', 'zh-CN': '使用版本控制' },
  description: {
    en: 'Whether the trunk was updated in the window in a connected version control: 1 if so, else 0.',
    'zh-CN': '时间窗口内在已接入的版本控制系统中主干有更新则为 1，否则为 0。',
  },
  unit: 'count',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['change'],
  minimum: 0,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), version control: one central version control',
  page: 'metrics/version-control-in-use.md',
};

/** Whether the trunk was updated in the window (M01); the newest update proves it. */
export const versionControlInUse: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    return countMeasurement({
      definition,
      input,
      items: updatesInWindow(input).slice(-1),
      surroundings: { open: [] },
    });
  },
};
