import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratioMeasurement, type RatioItem } from '../ratioMeasurement';
import type { SampleItem } from '../sample';
import { faultsBegunIn } from './faults';

const definition: MetricDefinition = {
  id: 'repeat-incident-rate',
  area: 'incident',
  title: { en: 'Repeat incident rate', 'zh-CN': '重复故障率' },
  description: {
    en: 'Share of reviewed faults that repeat an earlier one. Whether a fault repeats another is found in its review; those that are not reviewed are open.',
    'zh-CN':
      '已复盘故障中与以往故障重复的比例。是否重复由复盘认定；未复盘的故障列为未结束。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 1,
  source:
    'CSA stability standard draft (2025), fault management: repeated faults; measure and limits inferred',
  page: 'metrics/repeat-incident-rate.md',
};

/** Faults that repeat an earlier one / reviewed faults that began in the window (S5.5). */
export const repeatIncidentRate: Metric = {
  definition,
  measure(input) {
    const { asOf } = input;
    const items: RatioItem[] = [];
    const open: SampleItem[] = [];
    for (const { fact, at } of faultsBegunIn(input)) {
      const { repeatOf, reviewedAt } = fact.fields;
      if (
        reviewedAt === undefined ? repeatOf === undefined : reviewedAt >= asOf
      ) {
        open.push({ fact, at });
      } else {
        items.push({ fact, at, hit: repeatOf !== undefined });
      }
    }
    return ratioMeasurement({
      definition,
      input,
      items,
      surroundings: { open },
    });
  },
};
