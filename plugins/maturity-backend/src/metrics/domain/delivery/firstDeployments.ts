import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import { compareItems } from '../sample';
import type { TrunkUpdate } from '../trunkUpdates';

/** A successful deployment at its finish. */
export interface Rollout {
  fact: Fact<'deployment'>;
  at: EpochMs;
}

/**
 * The first deployment that contains each update of the trunk.
 *
 * @remarks
 *
 * A deployment of a commit that is known as an update of the trunk contains this
 * update and every one that the trunk had before it. Of any other commit, or of
 * none, nobody can say more than that it was built before it was deployed: it
 * contains what the trunk had before the deployment began.
 *
 * @param updates - ordered in time
 * @param rollouts - in any order
 * @returns updates without a deployment are missing
 */
export function firstDeployments(
  updates: readonly TrunkUpdate[],
  rollouts: readonly Rollout[],
): Map<TrunkUpdate, Rollout> {
  const updateOf = new Map<string, TrunkUpdate>();
  for (const update of updates) {
    update.shas.forEach(sha => updateOf.set(sha, update));
  }
  const first = new Map<TrunkUpdate, Rollout>();
  // Rollouts come in the order in which they finished, so the updates that have
  // got one are always those up to some index, and each is looked at once.
  let reached = 0;
  for (const rollout of [...rollouts].sort(compareItems)) {
    const { commit, startedAt } = rollout.fact.fields;
    const named = commit === undefined ? undefined : updateOf.get(commit);
    // The head of a branch may be deployed before it is merged.
    if (named && !first.has(named)) {
      first.set(named, rollout);
    }
    const reaches = named
      ? (at: EpochMs) => at <= named.at && at <= rollout.at
      : (at: EpochMs) => at < Math.min(startedAt ?? rollout.at, rollout.at);
    while (reached < updates.length && reaches(updates[reached].at)) {
      const update = updates[reached];
      if (!first.has(update)) {
        first.set(update, rollout);
      }
      reached += 1;
    }
  }
  return first;
}
