import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from '../observedWindow';
import { ratioMeasurement } from '../ratioMeasurement';
import { INCIDENT_LOOK_BACK_DAYS } from './faults';
import { needsSetting } from './needsSetting';
import { restorations } from './restorations';

const definition: MetricDefinition = {
  id: 'recovery-compliance-rate',
  area: 'incident',
  title: { en: 'Recovery compliance rate', 'zh-CN': '恢复能力达标率' },
  description: {
    en: 'Share of faults that were restored within the recovery time objective of the service. A fault that is still not restored beyond the objective already counts against it.',
    'zh-CN':
      '在服务恢复时间目标（RTO）内恢复的故障的比例。超过目标仍未恢复的故障按未达标计。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 1,
  source:
    'CSA stability standard draft (2025), recovery capability compliance rate; formula inferred',
  page: 'metrics/recovery-compliance-rate.md',
};

/**
 * Faults restored within the objective / faults restored in the window or open
 * beyond the objective (S5.1). Exactly at the objective is within it.
 */
export const recoveryComplianceRate: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const { recoveryTimeObjectiveMs: objective } = input.subject;
    if (objective === undefined) {
      return needsSetting({
        definition,
        input,
        setting: 'recovery-time-objective',
      });
    }
    const { from, to } = observedWindow(input);
    const { restored, open, unknown } = restorations(input);
    const overdue = open.filter(({ at }) => to - at > objective);
    return ratioMeasurement({
      definition,
      input,
      items: [
        ...restored.map(({ fact, at, value }) => ({
          fact,
          at,
          hit: value <= objective,
        })),
        // They count from when they missed the objective.
        ...overdue.map(({ fact, at }) => ({
          fact,
          at: Math.max(at + objective, from),
          hit: false,
        })),
      ],
      surroundings: {
        open: open.filter(({ at }) => to - at <= objective),
        unknown,
      },
    });
  },
};
