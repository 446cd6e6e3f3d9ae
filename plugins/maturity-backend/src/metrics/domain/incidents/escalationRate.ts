import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratioMeasurement } from '../ratioMeasurement';
import { alertsIn } from './alertsIn';

const definition: MetricDefinition = {
  id: 'escalation-rate',
  area: 'alerting',
  title: { en: 'Escalation rate', 'zh-CN': '告警升级率' },
  description: {
    en: 'Share of alerts that were handed on because nobody took them, of those for which it is known.',
    'zh-CN': '是否升级已知的告警中因无人响应而升级的比例。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['alert'],
  minimum: 10,
  source:
    'CSA stability standard draft (2025), monitoring and alerting management: escalation; measure and limits inferred',
  page: 'metrics/escalation-rate.md',
};

/**
 * Escalated alerts / alerts that fired in the window and are known to have been
 * escalated or not.
 */
export const escalationRate: Metric = {
  definition,
  measure(input) {
    const alerts = alertsIn(input);
    const known = alerts.filter(
      ({ fact }) => fact.fields.escalated !== undefined,
    );
    return ratioMeasurement({
      definition,
      input,
      items: known.map(({ fact, at }) => ({
        fact,
        at,
        hit: fact.fields.escalated === true,
      })),
      surroundings: { open: [], unknown: alerts.length - known.length },
    });
  },
};
