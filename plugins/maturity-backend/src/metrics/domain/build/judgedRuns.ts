import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { executionState } from '../executionState';
import { observedWindow } from '../observedWindow';
import { compareItems, type SampleItem } from '../sample';
import { isTrunkRun, trunkResults, type TrunkResult } from './trunkRuns';

/** The runs of an entity's trunk, each judged by its last finished attempt. */
export interface JudgedRuns {
  /** Finished in the window, in success or failure. */
  finished: TrunkResult[];
  /** Attempts that began in the window and were going on at its end. */
  open: SampleItem[];
  /** Attempts that ended, but how or when is unknown. */
  undecided: number;
}

/**
 * The one sample that all metrics of builds share, so that their counts agree.
 */
export function judgedRuns(input: MetricInput): JudgedRuns {
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
  let undecided = 0;
  for (const fact of input.facts) {
    if (!isTrunkRun(fact)) {
      continue;
    }
    const state = executionState(fact.fields, window);
    if (state === 'open') {
      open.push({ fact, at: (fact.fields.startedAt ?? fact.fields.queuedAt)! });
    } else if (state === 'undecided') {
      undecided += 1;
    }
  }
  return {
    finished: [...last.values()].filter(({ at }) => at < window.to),
    open,
    undecided,
  };
}

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
