import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { executionState } from '../executionState';
import { observedWindow } from '../observedWindow';
import { ratioMeasurement, type RatioItem } from '../ratioMeasurement';
import type { SampleItem } from '../sample';
import { isTrunkRun } from './trunkRuns';

const definition: MetricDefinition = {
  id: 'first-attempt-success-rate',
  area: 'build',
  title: { en: 'First-attempt success rate', 'zh-CN': '首次构建成功率' },
  description: {
    en: 'Share of pipeline runs on the trunk whose first attempt succeeded, whatever later attempts did.',
    'zh-CN': '主干流水线运行中第一次尝试即成功的比例，不论之后的尝试结果。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['run'],
  minimum: 10,
  source:
    'Build success rate as efficiency-measurement practice for YD/T 3763 uses it, by first attempts',
  page: 'metrics/first-attempt-success-rate.md',
};

/**
 * First attempts of trunk runs that succeeded / first attempts that succeeded or
 * failed (a variant of M09), attributed to their finish. A run that does not
 * number its attempts has one.
 */
export const firstAttemptSuccessRate: Metric = {
  definition,
  measure(input) {
    const window = observedWindow(input);
    const items: RatioItem[] = [];
    const open: SampleItem[] = [];
    let unknown = 0;
    for (const fact of input.facts) {
      if (!isTrunkRun(fact) || (fact.fields.attempt ?? 1) !== 1) {
        continue;
      }
      const { startedAt, queuedAt, finishedAt, outcome } = fact.fields;
      switch (executionState(fact.fields, window)) {
        case 'decided':
          items.push({ fact, at: finishedAt!, hit: outcome === 'success' });
          break;
        case 'open':
          open.push({ fact, at: (startedAt ?? queuedAt)! });
          break;
        case 'undecided':
          unknown += 1;
          break;
        default:
      }
    }
    return ratioMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};
