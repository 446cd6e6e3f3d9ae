import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from '../countMeasurement';
import { byDay, daysUpToWindow, QUARTER_DAYS } from '../daysUpToWindow';
import { measureWithin } from '../measureWithin';
import { productionDeployments } from '../productionDeployments';

const definition: MetricDefinition = {
  id: 'deployment-days',
  area: 'release',
  title: { en: 'Deployment days', 'zh-CN': '部署天数' },
  description: {
    en: 'Local days of the last thirteen weeks with at least one successful production deployment.',
    'zh-CN': '最近十三周内至少有一次成功生产部署的自然日天数。',
  },
  unit: 'count',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 0,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), deployment strategy; DORA, deployment days',
  page: 'metrics/deployment-days.md',
};

/**
 * Distinct local days with a successful production deployment, of the last 91
 * up to the end of the window (M21b). The first deployment of a day stands for
 * the day.
 */
export const deploymentDays: Metric = {
  definition,
  lookBackDays: QUARTER_DAYS,
  measure(input) {
    const { days, window } = daysUpToWindow(input, QUARTER_DAYS);
    return measureWithin(window, input, own => {
      const { finished, open, undecided } = productionDeployments(own);
      return countMeasurement({
        definition,
        input: own,
        items: byDay(
          days,
          finished.filter(({ failed }) => !failed),
        ).flatMap(ofDay => ofDay.slice(0, 1)),
        surroundings: { open, unknown: undecided },
      });
    });
  },
};
