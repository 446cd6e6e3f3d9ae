import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from '../countMeasurement';
import { faultsBegunIn } from './faults';

const definition: MetricDefinition = {
  id: 'capacity-incidents',
  area: 'capacity',
  title: { en: 'Capacity incidents', 'zh-CN': '容量类故障数' },
  description: {
    en: 'Faults that began in the window and whose cause is a lack of capacity. Faults of unknown cause do not count and are shown beside it.',
    'zh-CN':
      '时间窗口内发生且原因为容量不足的故障数。原因未知的故障不计入，单独列出。',
  },
  unit: 'count',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 0,
  source:
    'CSA stability standard draft (2025), performance and capacity management: capacity-caused faults; measure and limits inferred',
  page: 'metrics/capacity-incidents.md',
};

/** Faults of the window that a lack of capacity caused (S7.4). */
export const capacityIncidents: Metric = {
  definition,
  measure(input) {
    const faults = faultsBegunIn(input);
    return countMeasurement({
      definition,
      input,
      items: faults.filter(({ fact }) => fact.fields.cause === 'capacity'),
      surroundings: {
        open: [],
        unknown: faults.filter(({ fact }) => fact.fields.cause === undefined)
          .length,
      },
    });
  },
};
