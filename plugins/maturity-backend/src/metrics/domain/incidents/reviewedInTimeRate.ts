import {
  addWorkingDays,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from '../observedWindow';
import { ratioMeasurement, type RatioItem } from '../ratioMeasurement';
import type { SampleItem } from '../sample';
import { contains, faultsOf, INCIDENT_LOOK_BACK_DAYS } from './faults';

const definition: MetricDefinition = {
  id: 'reviewed-in-time-rate',
  area: 'incident',
  title: { en: 'Reviewed in time', 'zh-CN': '复盘及时率' },
  description: {
    en: 'Share of restored faults that were reviewed by the end of the fifth working day after they were restored. Those that are not due yet are open.',
    'zh-CN':
      '故障恢复后第五个工作日结束前完成复盘的比例。未到期的故障列为未结束。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 1,
  source:
    'CSA stability standard draft (2025), fault management: review; measure and limits inferred',
  page: 'metrics/reviewed-in-time-rate.md',
};

const REVIEW_DAYS = 5;

/**
 * Faults reviewed in time / faults that were restored in the window and have
 * been reviewed or are due (S5.3).
 */
export const reviewedInTimeRate: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const { asOf, calendars, timeZone } = input;
    const window = observedWindow(input);
    const items: RatioItem[] = [];
    const open: SampleItem[] = [];
    for (const { fact, restoredAt } of faultsOf(input)) {
      if (restoredAt === undefined || !contains(window, restoredAt)) {
        continue;
      }
      const { reviewedAt } = fact.fields;
      const due = addWorkingDays(
        calendars.work,
        restoredAt,
        REVIEW_DAYS,
        timeZone,
      );
      const reviewed = reviewedAt !== undefined && reviewedAt < asOf;
      if (reviewed || due <= asOf) {
        items.push({
          fact,
          at: restoredAt,
          hit: reviewed && reviewedAt < due,
        });
      } else {
        open.push({ fact, at: restoredAt });
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
