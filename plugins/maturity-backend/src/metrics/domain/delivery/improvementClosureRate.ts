import {
  daysBefore,
  nextMidnight,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { contains } from '../incidents/faults';
import { observedWindow } from '../observedWindow';
import { ratioMeasurement, type RatioItem } from '../ratioMeasurement';

const definition: MetricDefinition = {
  id: 'improvement-closure-rate',
  area: 'delivery',
  title: { en: 'Improvement closure rate', 'zh-CN': '改进项闭环率' },
  description: {
    en: 'Share of the improvements that metrics gave rise to which were done within four weeks of being opened, two iterations. Those whose four weeks ended in the window count; dropped ones do not.',
    'zh-CN':
      '由度量产生的改进项在提出后四周（两个迭代）内完成的比例，按四周期满落在时间窗口内的改进项计。已取消的改进项不计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['work-item'],
  minimum: 1,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), measurement-driven improvement: closure of improvements',
  page: 'metrics/improvement-closure-rate.md',
};

/** Two iterations of two weeks. */
const DAYS = 28;

/**
 * Improvements done within four weeks / improvements whose four weeks ended in
 * the window (M34). They end with a local day.
 */
export const improvementClosureRate: Metric = {
  definition,
  lookBackDays: DAYS + 1,
  measure(input) {
    const window = observedWindow(input);
    const items: RatioItem[] = [];
    let unknown = 0;
    for (const fact of input.facts) {
      if (
        fact.kind !== 'work-item' ||
        fact.fields.form !== 'improvement' ||
        fact.fields.dropped
      ) {
        continue;
      }
      const { createdAt, doneAt, releasedAt } = fact.fields;
      const done = doneAt ?? releasedAt;
      if (createdAt === undefined) {
        unknown += done !== undefined && contains(window, done) ? 1 : 0;
        continue;
      }
      const due = nextMidnight(
        daysBefore(createdAt, -DAYS, input.timeZone),
        input.timeZone,
      );
      if (contains(window, due)) {
        items.push({ fact, at: due, hit: done !== undefined && done < due });
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
