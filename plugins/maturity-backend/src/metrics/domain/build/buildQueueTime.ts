import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationItems } from '../durationItems';
import { durationMeasurement } from '../durationMeasurement';
import { observedWindow } from '../observedWindow';
import type { SampleItem } from '../sample';
import { isTrunkRun } from './trunkRuns';

const definition: MetricDefinition = {
  id: 'build-queue-time',
  area: 'build',
  title: { en: 'Build queue time', 'zh-CN': '构建排队时间' },
  description: {
    en: 'Time for which pipeline runs on the trunk waited in the queue before they started.',
    'zh-CN': '主干流水线运行开始前在队列中等待的时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['run'],
  minimum: 5,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), build environment: elastic pools',
  page: 'metrics/build-queue-time.md',
};

/**
 * Queued to started, per attempt of a trunk run, attributed to the start. How
 * the run ended does not matter: it waited all the same.
 */
export const buildQueueTime: Metric = {
  definition,
  measure(input) {
    const { from, to } = observedWindow(input);
    const spans = [];
    const open: SampleItem[] = [];
    for (const fact of input.facts) {
      if (!isTrunkRun(fact) || fact.fields.outcome === 'skipped') {
        continue;
      }
      const { queuedAt, startedAt, finishedAt } = fact.fields;
      if (startedAt !== undefined && startedAt < to) {
        if (startedAt >= from) {
          spans.push({ fact, at: startedAt, from: queuedAt, to: startedAt });
        }
      } else if (
        queuedAt !== undefined &&
        queuedAt >= from &&
        queuedAt < to &&
        !(finishedAt !== undefined && finishedAt < to) &&
        (fact.fields.outcome === undefined || startedAt !== undefined)
      ) {
        open.push({ fact, at: queuedAt });
      }
    }
    const { items, unknown } = durationItems(spans);
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};
