import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import { repairsOfDeployments } from '../deploymentsRepairedBy';
import { begunAt } from '../incidents/incidentTimes';
import { deploymentLinker } from '../incidents/linkDeployment';
import { isProductionDeployment } from '../productionDeployments';
import { isProductionRollback } from '../rolledBackDeployments';

/** A hotfix later than this repairs something else. Milliseconds. */
const HOTFIX_WITHIN_MS = 24 * 60 * 60_000;

/** What shows that changes to production failed. */
export interface FailedChanges {
  /** Incidents by the key of the deployment that they are linked to. */
  incidents: ReadonlyMap<string, readonly Fact<'incident'>[]>;
  /** Rollbacks and hotfixes by the deployment that they were made to repair. */
  repairs: ReadonlyMap<Fact, readonly Fact<'deployment'>[]>;
  /** Whether a production deployment is among them. */
  has(deployment: Fact<'deployment'>): boolean;
}

/**
 * The production deployments that an incident is linked to, that were rolled
 * back, or that a hotfix followed within 24 hours, as far as as-of has seen it.
 */
export function failedChanges(options: {
  facts: readonly Fact[];
  asOf: EpochMs;
}): FailedChanges {
  const incidents = incidentsByDeployment(options);
  const repairs = new Map(
    repairsOfDeployments({ ...options, repairs: isProductionRollback }),
  );
  for (const [deployment, hotfixes] of repairsOfDeployments({
    ...options,
    repairs: isProductionHotfix,
    within: HOTFIX_WITHIN_MS,
  })) {
    repairs.set(deployment, [...(repairs.get(deployment) ?? []), ...hotfixes]);
  }
  return {
    incidents,
    repairs,
    has: deployment => incidents.has(deployment.key) || repairs.has(deployment),
  };
}

/** Incidents that as-of has seen, by the key of the deployment they are linked to. */
export function incidentsByDeployment(options: {
  facts: readonly Fact[];
  asOf: EpochMs;
}): Map<string, Fact<'incident'>[]> {
  const { facts, asOf } = options;
  const linkOf = deploymentLinker(facts);
  const byKey = new Map<string, Fact<'incident'>[]>();
  for (const fact of facts) {
    if (fact.kind !== 'incident' || fact.fields.scheduled) {
      continue;
    }
    const at = begunAt(fact.fields);
    const link = linkOf(fact);
    if (link && at !== undefined && at < asOf) {
      byKey.set(link.key, [...(byKey.get(link.key) ?? []), fact]);
    }
  }
  return byKey;
}

function isProductionHotfix(fact: Fact): fact is Fact<'deployment'> {
  return isProductionDeployment(fact) && fact.fields.purpose === 'hotfix';
}
