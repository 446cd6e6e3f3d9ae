import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratioMeasurement } from '../ratioMeasurement';
import { alertsIn } from './alertsIn';

const definition: MetricDefinition = {
  id: 'alert-precision',
  area: 'alerting',
  title: { en: 'Alert precision', 'zh-CN': '告警有效率' },
  description: {
    en: 'Share of alerts on which somebody had to act, of those for which it is known. The others are noise.',
    'zh-CN': '已标注的告警中需要人工处理的比例，其余为噪声。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['alert'],
  minimum: 10,
  source:
    'CSA stability standard draft (2025), monitoring and alerting management: noise reduction; measure and limits inferred',
  page: 'metrics/alert-precision.md',
};

/**
 * Actionable alerts / alerts that fired in the window and are known to be
 * actionable or not (S3.2).
 */
export const alertPrecision: Metric = {
  definition,
  measure(input) {
    const alerts = alertsIn(input);
    const judged = alerts.filter(
      ({ fact }) => fact.fields.actionable !== undefined,
    );
    return ratioMeasurement({
      definition,
      input,
      items: judged.map(({ fact, at }) => ({
        fact,
        at,
        hit: fact.fields.actionable === true,
      })),
      surroundings: { open: [], unknown: alerts.length - judged.length },
    });
  },
};
