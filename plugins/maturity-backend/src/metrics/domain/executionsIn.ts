import type {
  EpochMs,
  Fact,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/** A fact that begins and ends. */
export type ExecutionFact = Fact<'run'> | Fact<'deployment'>;

type IsWanted<F extends ExecutionFact> = (fact: Fact) => fact is F;

/** Facts in the order of one of their times; those without it are left out. */
interface Ordered<F> {
  times: Float64Array;
  facts: F[];
}

interface Index<F> {
  byFinish: Ordered<F>;
  byStart: Ordered<F>;
}

/** What was made of facts; they are handed over for each bucket of a series. */
const indexes = new WeakMap<readonly Fact[], Map<IsWanted<any>, Index<any>>>();

/**
 * The executions of one sort that finished in a window, and those that began
 * in it and did not: all others are nothing to it.
 *
 * @remarks
 *
 * The facts are put in order once, however many windows they are asked for: a
 * series of a year costs its facts and not its facts times its buckets.
 *
 * @param facts - of any kind; never changed afterwards
 * @param isWanted - the same function for the same sort
 */
export function executionsIn<F extends ExecutionFact>(
  facts: readonly Fact[],
  isWanted: IsWanted<F>,
  window: TimeWindow,
): F[] {
  const { byFinish, byStart } = indexOf(facts, isWanted);
  const finishes = ({ fields: { finishedAt } }: ExecutionFact) =>
    finishedAt !== undefined &&
    finishedAt >= window.from &&
    finishedAt < window.to;
  return [
    ...between(byFinish, window),
    ...between(byStart, window).filter(fact => !finishes(fact)),
  ];
}

/** When an execution began, as far as that is known. */
export function begunAt({ fields }: ExecutionFact): EpochMs | undefined {
  return 'queuedAt' in fields
    ? fields.startedAt ?? fields.queuedAt
    : fields.startedAt;
}

function indexOf<F extends ExecutionFact>(
  facts: readonly Fact[],
  isWanted: IsWanted<F>,
): Index<F> {
  const ofFacts = indexes.get(facts) ?? new Map<IsWanted<any>, Index<any>>();
  indexes.set(facts, ofFacts);
  const known = ofFacts.get(isWanted);
  if (known) {
    return known;
  }
  const wanted = facts.filter(isWanted);
  const index = {
    byFinish: ordered(wanted, ({ fields }) => fields.finishedAt),
    byStart: ordered(wanted, begunAt),
  };
  ofFacts.set(isWanted, index);
  return index;
}

function ordered<F>(
  facts: readonly F[],
  timeOf: (fact: F) => EpochMs | undefined,
): Ordered<F> {
  const entries: { at: EpochMs; fact: F }[] = [];
  for (const fact of facts) {
    const at = timeOf(fact);
    if (at !== undefined) {
      entries.push({ at, fact });
    }
  }
  entries.sort((a, b) => a.at - b.at);
  return {
    times: Float64Array.from(entries, ({ at }) => at),
    facts: entries.map(({ fact }) => fact),
  };
}

function between<F>({ times, facts }: Ordered<F>, window: TimeWindow): F[] {
  return facts.slice(
    firstAtOrAfter(times, window.from),
    firstAtOrAfter(times, window.to),
  );
}

function firstAtOrAfter(times: Float64Array, at: EpochMs): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
