import type {
  Fact,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { begunAt, executionsIn } from '../executionsIn';
import { executionState } from '../executionState';
import { observedWindow } from '../observedWindow';
import { compareItems, type SampleItem } from '../sample';
import {
  isTrunkRun,
  resultOf,
  trunkResults,
  type TrunkResult,
} from './trunkRuns';

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
  const judged: JudgedRuns = { finished: [], open: [], undecided: 0 };
  for (const fact of executionsIn(input.facts, isTrunkRun, window)) {
    switch (executionState(fact.fields, window)) {
      case 'decided':
        if (isLastAttempt(fact, { from: window.from, to: input.asOf }, input)) {
          judged.finished.push(resultOf(fact));
        }
        break;
      case 'open':
        judged.open.push({ fact, at: begunAt(fact)! });
        break;
      case 'undecided':
        judged.undecided += 1;
        break;
      default:
    }
  }
  return judged;
}

/**
 * Whether no other attempt decides the run. One after the window replaces one
 * inside it, so that the windows of a series count a run once.
 */
function isLastAttempt(
  fact: Fact<'run'>,
  span: TimeWindow,
  { facts }: MetricInput,
): boolean {
  const result = resultOf(fact);
  const others = attemptsOf(facts).get(runOf(fact)) ?? [];
  return others.every(
    other =>
      other.at < span.from ||
      other.at >= span.to ||
      compareAttempts(other, result) <= 0,
  );
}

const attempts = new WeakMap<
  MetricInput['facts'],
  ReadonlyMap<string, TrunkResult[]>
>();

/** The results of runs that were tried more than once. */
function attemptsOf(
  facts: MetricInput['facts'],
): ReadonlyMap<string, TrunkResult[]> {
  const known = attempts.get(facts);
  if (known) {
    return known;
  }
  const byRun = new Map<string, TrunkResult[]>();
  const again = new Map<string, TrunkResult[]>();
  for (const result of trunkResults({ facts, from: -Infinity, to: Infinity })) {
    const run = runOf(result.fact);
    const ofRun = byRun.get(run);
    if (ofRun) {
      ofRun.push(result);
      again.set(run, ofRun);
    } else {
      byRun.set(run, [result]);
    }
  }
  attempts.set(facts, again);
  return again;
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
