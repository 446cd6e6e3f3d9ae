import type {
  EpochMs,
  Fact,
  IncidentRecord,
} from '@devops-scorecards/plugin-maturity-common';
import { isProductionDeployment } from '../productionDeployments';
import { compareItems } from '../sample';

/** The deployment that an incident is attributed to, and how that is known. */
export type DeploymentLink = NonNullable<IncidentRecord['deployment']>;

/** Longest time from a deployment to the impact that it may have caused. Milliseconds. */
const LONGEST_DELAY_MS = 24 * 60 * 60_000;

/**
 * The deployment that an incident is attributed to. The first that holds wins:
 *
 * 1. `explicit`: somebody named its key, whether it is among the given or not;
 * 2. `artifact`: the last that brought the artifact at fault;
 * 3. `time`: the last that finished at most 24 hours before the impact began,
 *    unless the cause is known to be no change.
 *
 * @remarks
 * Only production deployments that succeeded and had finished by then are
 * looked at. Where it is unknown when the impact began, detection stands in.
 *
 * @param deployments - facts of the same entity in any order; others are passed
 * over
 */
export function linkDeployment(
  incident: Fact<'incident'>,
  deployments: readonly Fact[],
): DeploymentLink | undefined {
  return deploymentLinker(deployments)(incident);
}

/** {@link linkDeployment} for many incidents of one entity. */
export function deploymentLinker(
  deployments: readonly Fact[],
): (incident: Fact<'incident'>) => DeploymentLink | undefined {
  const inOrder = deployments
    .filter(isProductionDeployment)
    .flatMap(fact => {
      const { finishedAt, outcome } = fact.fields;
      return finishedAt !== undefined && outcome === 'success'
        ? [{ fact, at: finishedAt }]
        : [];
    })
    .sort(compareItems);
  const byArtifact = new Map<string, typeof inOrder>();
  for (const item of inOrder) {
    const { artifact } = item.fact.fields;
    if (artifact !== undefined) {
      const same = byArtifact.get(artifact);
      if (same) {
        same.push(item);
      } else {
        byArtifact.set(artifact, [item]);
      }
    }
  }

  return ({ fields }) => {
    if (fields.deployment !== undefined) {
      return { key: fields.deployment, link: 'explicit' };
    }
    const impactAt = fields.startedAt ?? fields.detectedAt;
    if (impactAt === undefined) {
      return undefined;
    }
    if (fields.artifact !== undefined) {
      const found = lastUpTo(byArtifact.get(fields.artifact) ?? [], impactAt);
      if (found) {
        return { key: found.fact.key, link: 'artifact' };
      }
    }
    if (fields.cause !== undefined && fields.cause !== 'change') {
      return undefined;
    }
    const last = lastUpTo(inOrder, impactAt);
    return last && impactAt - last.at <= LONGEST_DELAY_MS
      ? { key: last.fact.key, link: 'time' }
      : undefined;
  };
}

function lastUpTo<T extends { at: EpochMs }>(
  inOrder: readonly T[],
  at: EpochMs,
): T | undefined {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (inOrder[middle].at <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return inOrder[low - 1];
}
