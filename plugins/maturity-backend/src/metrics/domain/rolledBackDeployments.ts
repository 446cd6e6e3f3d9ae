import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import { isProductionDeployment } from './productionDeployments';
import { compareItems } from './sample';

/**
 * The production deployments that were rolled back.
 *
 * @remarks
 *
 * A rollback undoes the latest production deployment that had finished when the
 * rollback began, of the same service and the same environment where both are
 * named. A second rollback without a deployment in between undoes the same one
 * again, so a deployment is rolled back once at most. A rollback that failed
 * shows a bad deployment just the same; one that was cancelled or skipped does
 * not.
 *
 * A rollback counts against the deployment that it undoes, even where that
 * finished in an earlier window, as far as as-of has seen it: the windows of a
 * series then add up to the whole.
 */
export function rolledBackDeployments(options: {
  facts: readonly Fact[];
  asOf: EpochMs;
}): Set<Fact> {
  const { facts, asOf } = options;
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

  const undone = new Set<Fact>();
  for (const rollback of facts) {
    if (!isProductionRollback(rollback)) {
      continue;
    }
    const { startedAt, finishedAt, outcome } = rollback.fields;
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
      if (at <= begun && samePlace(rollback, fact)) {
        undone.add(fact);
        break;
      }
    }
  }
  return undone;
}

function isProductionRollback(fact: Fact): fact is Fact<'deployment'> {
  return (
    fact.kind === 'deployment' &&
    fact.fields.tier === 'production' &&
    fact.fields.purpose === 'rollback'
  );
}

function samePlace(a: Fact<'deployment'>, b: Fact<'deployment'>): boolean {
  return (
    same(a.fields.service, b.fields.service) &&
    same(a.fields.environment, b.fields.environment)
  );
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
