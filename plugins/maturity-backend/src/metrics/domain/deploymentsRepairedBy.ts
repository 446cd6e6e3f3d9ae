import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import { isProductionDeployment } from './productionDeployments';
import { compareItems } from './sample';

/**
 * The production deployments that some later deployments were made to repair:
 * rollbacks or hotfixes.
 *
 * @remarks
 *
 * Each repairs the latest production deployment that had finished when it began,
 * of the same service and the same environment where both are named. What as-of
 * has not seen finish repairs nothing, nor does what was cancelled or skipped.
 *
 * @param options - `repairs`: which deployments repair another one; `within`:
 * milliseconds from the finish of the one to the begin of the other, unlimited
 * unless given
 */
export function deploymentsRepairedBy(options: {
  facts: readonly Fact[];
  asOf: EpochMs;
  repairs: (fact: Fact) => fact is Fact<'deployment'>;
  within?: number;
}): Set<Fact> {
  return new Set(repairsOfDeployments(options).keys());
}

/** {@link deploymentsRepairedBy}, each with its repairs in no particular order. */
export function repairsOfDeployments(options: {
  facts: readonly Fact[];
  asOf: EpochMs;
  repairs: (fact: Fact) => fact is Fact<'deployment'>;
  within?: number;
}): Map<Fact, Fact<'deployment'>[]> {
  const { facts, asOf, repairs, within = Infinity } = options;
  const candidates = facts
    .filter(isProductionDeployment)
    .flatMap(fact => {
      const { finishedAt, outcome } = fact.fields;
      const ended = outcome === 'success' || outcome === 'failure';
      return ended && finishedAt !== undefined && finishedAt < asOf
        ? [{ fact, at: finishedAt }]
        : [];
    })
    .sort(compareItems);

  const repaired = new Map<Fact, Fact<'deployment'>[]>();
  for (const repair of facts) {
    if (!repairs(repair)) {
      continue;
    }
    const { startedAt, finishedAt, outcome } = repair.fields;
    if (
      finishedAt === undefined ||
      finishedAt >= asOf ||
      outcome === 'cancelled' ||
      outcome === 'skipped'
    ) {
      continue;
    }
    const begun = startedAt ?? finishedAt;
    for (let i = candidates.length - 1; i >= 0; i--) {
      const { fact, at } = candidates[i];
      if (at <= begun && fact !== repair && isSamePlace(repair, fact)) {
        if (begun - at <= within) {
          repaired.set(fact, [...(repaired.get(fact) ?? []), repair]);
        }
        break;
      }
    }
  }
  return repaired;
}

/** Whether two deployments are of one service in one environment, as far as they say. */
export function isSamePlace(
  a: Fact<'deployment'>,
  b: Fact<'deployment'>,
): boolean {
  return (
    same(a.fields.service, b.fields.service) &&
    same(a.fields.environment, b.fields.environment)
  );
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
