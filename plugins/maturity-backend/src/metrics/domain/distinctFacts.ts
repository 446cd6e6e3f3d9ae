import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import { compareFacts } from './compareFacts';

/**
 * Facts of one kind in their order, each source and key once.
 *
 * @remarks
 *
 * A store hands them over like this already, and then nothing is copied. Of two
 * versions of a fact the one that knows more (later last statement) is kept.
 */
export function distinctFacts<F extends Fact>(
  facts: readonly F[],
): readonly F[] {
  const inOrder = facts.every(
    (fact, index) => index === 0 || compareFacts(facts[index - 1], fact) < 0,
  );
  if (inOrder) {
    return facts;
  }
  return [...facts]
    .sort((a, b) => compareFacts(a, b) || b.lastSeq - a.lastSeq)
    .filter(
      (fact, index, sorted) =>
        index === 0 || compareFacts(sorted[index - 1], fact) !== 0,
    );
}
