import type {
  Fact,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { executionState } from './executionState';
import { observedWindow } from './observedWindow';
import { ratioMeasurement } from './ratioMeasurement';
import { compareItems, type SampleItem } from './sample';
import { isTrunkRun, trunkResults, type TrunkResult } from './trunkRuns';

const definition: MetricDefinition = {
  id: 'build-success-rate',
  title: { en: 'Build success rate', 'zh-CN': '构建成功率' },
  description: {
    en: 'Share of pipeline runs on the trunk that succeeded, judged by their last finished attempt. Cancelled and skipped runs do not count.',
    'zh-CN':
      '主干流水线运行中成功的比例，以最后一次完成的尝试为准。已取消和已跳过的运行不计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['run'],
  minimum: 10,
  source:
    'Build success rate as efficiency-measurement practice for YD/T 3763 uses it: successful builds / all builds',
  page: 'metrics/build-success-rate.md',
};

/**
 * Trunk runs that succeeded / trunk runs that succeeded or failed (M09), each
 * run by its last finished attempt and attributed to that attempt's finish.
 */
export const buildSuccessRate: Metric = {
  definition,
  measure(input) {
    const window = observedWindow(input);
    const last = new Map<string, TrunkResult>();
    // An attempt after the window replaces one inside it, so that the windows
    // of a series count a run once.
    for (const result of trunkResults({
      facts: input.facts,
      from: window.from,
      to: input.asOf,
    })) {
      const run = runOf(result.fact);
      const known = last.get(run);
      if (!known || compareAttempts(known, result) < 0) {
        last.set(run, result);
      }
    }
    const open: SampleItem[] = [];
    let unknown = 0;
    for (const fact of input.facts) {
      if (!isTrunkRun(fact)) {
        continue;
      }
      const state = executionState(fact.fields, window);
      if (state === 'open') {
        open.push({
          fact,
          at: (fact.fields.startedAt ?? fact.fields.queuedAt)!,
        });
      } else if (state === 'undecided') {
        unknown += 1;
      }
    }
    return ratioMeasurement({
      definition,
      input,
      items: [...last.values()]
        .filter(({ at }) => at < window.to)
        .map(({ fact, at, failed }) => ({ fact, at, hit: !failed })),
      surroundings: { open, unknown },
    });
  },
};

/**
 * A run's key is its id at the producer; its attempts have `#<attempt>` behind
 * it, which the first may lack.
 */
function runOf(fact: Fact<'run'>): string {
  const suffix = `#${fact.fields.attempt}`;
  const id = fact.key.endsWith(suffix)
    ? fact.key.slice(0, -suffix.length)
    : fact.key;
  return `${fact.source}\n${id}`;
}

function compareAttempts(a: TrunkResult, b: TrunkResult): number {
  return (
    (a.fact.fields.attempt ?? 1) - (b.fact.fields.attempt ?? 1) ||
    compareItems(a, b)
  );
}
