import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from '../countMeasurement';
import { faultsBegunIn } from './faults';

const definition: MetricDefinition = {
  id: 'incidents',
  area: 'incident',
  title: { en: 'Incidents', 'zh-CN': '故障数' },
  description: {
    en: 'Faults that began in the window, of any severity. Announced maintenance is not counted.',
    'zh-CN': '时间窗口内发生的故障数，不论级别。计划内维护不计入。',
  },
  unit: 'count',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 0,
  source: 'CSA stability standard draft (2025), fault management',
  page: 'metrics/incidents.md',
};

/** Faults by their start. */
export const incidentCount: Metric = {
  definition,
  measure(input) {
    const items = faultsBegunIn(input);
    return countMeasurement({
      definition,
      input,
      items,
      surroundings: {
        open: [],
        unknown: items.filter(({ fact }) => fact.fields.startedAt === undefined)
          .length,
      },
    });
  },
};
