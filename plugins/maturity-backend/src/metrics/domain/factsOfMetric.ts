import type { Fact, FactKind } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { distinctFacts } from './distinctFacts';

/**
 * Deals facts out to metrics: each gets those of the kinds that it requires, in
 * order of kind, source and key, every fact once.
 */
export function factsOfMetric(
  facts: readonly Fact[],
): (metric: Metric) => readonly Fact[] {
  const byKind = new Map<FactKind, Fact[]>();
  for (const fact of facts) {
    const ofKind = byKind.get(fact.kind);
    if (ofKind) {
      ofKind.push(fact);
    } else {
      byKind.set(fact.kind, [fact]);
    }
  }
  const distinct = new Map<FactKind, readonly Fact[]>();
  for (const [kind, ofKind] of byKind) {
    distinct.set(kind, distinctFacts(ofKind));
  }
  // The same list for the same kinds: what a metric makes of it, others share.
  const lists = new Map<string, readonly Fact[]>();
  return ({ definition: { requires } }) => {
    const kinds = requires.join();
    const list =
      lists.get(kinds) ?? requires.flatMap(kind => distinct.get(kind) ?? []);
    lists.set(kinds, list);
    return list;
  };
}
