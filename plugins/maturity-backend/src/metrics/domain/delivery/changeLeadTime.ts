import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { daysBefore } from '@devops-scorecards/plugin-maturity-common';
import { durationMeasurement } from '../durationMeasurement';
import { observedWindow } from '../observedWindow';
import { isProductionDeployment } from '../productionDeployments';
import { leadTimes } from './leadTimes';

const definition: MetricDefinition = {
  id: 'change-lead-time',
  area: 'delivery',
  title: { en: 'Change lead time', 'zh-CN': '变更前置时间' },
  description: {
    en: 'Time from the first commit of a change to the first successful production deployment that contains it.',
    'zh-CN': '从变更的第一次提交到首次包含该变更的成功生产部署的时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p50',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['deployment', 'change'],
  minimum: 5,
  source: 'DORA software delivery performance metrics, change lead time',
  page: 'metrics/change-lead-time.md',
};

const LOOK_BACK_DAYS = 90;

/**
 * First commit to the finish of the first successful production deployment, per
 * change of the trunk (M25), attributed to that finish.
 */
export const changeLeadTime: Metric = {
  definition,
  lookBackDays: LOOK_BACK_DAYS,
  measure(input) {
    const window = observedWindow(input);
    const { items, open, unknown } = leadTimes({
      input,
      window,
      readFrom: daysBefore(window.from, LOOK_BACK_DAYS, input.timeZone),
      counts: isProductionDeployment,
    });
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};
