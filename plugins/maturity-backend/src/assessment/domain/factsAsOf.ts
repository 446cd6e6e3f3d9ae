import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import { isOverBefore, momentsOf } from './factMoments';

/**
 * The facts as they stood at a time: without those that had not begun, and
 * with those open that ended later.
 *
 * @remarks
 * A fact that tells no time at all was attributed by its statement, and
 * metrics have nothing to attribute it by: it stays as it is.
 */
export function factsAsOf(facts: readonly Fact[], asOf: EpochMs): Fact[] {
  const then: Fact[] = [];
  for (const fact of facts) {
    const known = isOverBefore(fact, asOf) ? fact : factAsOf(fact, asOf);
    if (known) {
      then.push(known);
    }
  }
  return then;
}

function factAsOf(fact: Fact, asOf: EpochMs): Fact | undefined {
  const moments = momentsOf(fact);
  const later = moments.filter(({ at }) => at >= asOf);
  if (later.length === 0) {
    return fact;
  }
  if (later.length === moments.length) {
    return undefined;
  }
  const unknown = new Set(later.flatMap(({ brings }) => brings));
  return {
    ...fact,
    fields: Object.fromEntries(
      Object.entries(fact.fields).filter(([name]) => !unknown.has(name)),
    ),
  } as Fact;
}
