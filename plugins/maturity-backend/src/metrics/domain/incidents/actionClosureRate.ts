import {
  daysBefore,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from '../observedWindow';
import { ratioMeasurement, type RatioItem } from '../ratioMeasurement';
import { contains } from './faults';

const definition: MetricDefinition = {
  id: 'action-closure-rate',
  area: 'incident',
  title: { en: 'Action closure rate', 'zh-CN': '整改按期完成率' },
  description: {
    en: 'Share of the actions from fault reviews that were due in the window and were done by their due date. Dropped actions do not count.',
    'zh-CN':
      '时间窗口内到期的故障整改项中按期完成的比例。已取消的整改项不计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['work-item'],
  minimum: 1,
  source:
    'CSA stability standard draft (2025), fault management: closure of actions; measure and limits inferred',
  page: 'metrics/action-closure-rate.md',
};

/** Days before a window in which an action that is due in it may have been done. */
const LOOK_BACK_DAYS = 90;

/**
 * Actions done by their due date / actions that were due in the window (S5.4).
 * Exactly at the due date is in time.
 */
export const actionClosureRate: Metric = {
  definition,
  lookBackDays: LOOK_BACK_DAYS,
  measure(input) {
    const window = observedWindow(input);
    const reach = daysBefore(window.from, LOOK_BACK_DAYS, input.timeZone);
    const items: RatioItem[] = [];
    let unknown = 0;
    for (const fact of input.facts) {
      if (
        fact.kind !== 'work-item' ||
        fact.fields.form !== 'action' ||
        fact.fields.dropped
      ) {
        continue;
      }
      const { createdAt, dueAt, doneAt, releasedAt } = fact.fields;
      const done = doneAt ?? releasedAt;
      const ended = releasedAt ?? doneAt ?? Infinity;
      if (dueAt === undefined) {
        const asked = createdAt !== undefined && contains(window, createdAt);
        unknown += asked ? 1 : 0;
      } else if (contains(window, dueAt) && ended >= reach) {
        items.push({
          fact,
          at: dueAt,
          hit: done !== undefined && done <= dueAt,
        });
      }
    }
    return ratioMeasurement({
      definition,
      input,
      items,
      surroundings: { open: [], unknown },
    });
  },
};
