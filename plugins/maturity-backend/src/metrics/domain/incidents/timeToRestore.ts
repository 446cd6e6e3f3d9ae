import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationMeasurement } from '../durationMeasurement';
import { INCIDENT_LOOK_BACK_DAYS } from './faults';
import { restorations } from './restorations';

const definition: MetricDefinition = {
  id: 'time-to-restore',
  area: 'incident',
  title: { en: 'Time to restore', 'zh-CN': '故障恢复时间' },
  description: {
    en: 'Time from the start of a fault until the service is restored. Where the start is unknown, it counts from detection. Faults that are not restored are shown with their age.',
    'zh-CN':
      '故障从发生到服务恢复的时间。开始时间未知时从发现时起算。未恢复的故障单独列出已持续时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['incident'],
  minimum: 1,
  source:
    'CSA stability standard draft (2025), fault management: time to restore; measure and limits inferred',
  page: 'metrics/time-to-restore.md',
};

/**
 * Start to restoration, per fault, attributed to the restoration (S5.2). A fault
 * that was reopened lasts from its first start to its last restoration.
 */
export const timeToRestore: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const { restored, open, unknown } = restorations(input);
    return durationMeasurement({
      definition,
      input,
      items: restored,
      surroundings: { open, unknown },
    });
  },
};
