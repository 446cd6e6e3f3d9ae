import type {
  EpochMs,
  Fact,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import type { DurationItem } from '../durationMeasurement';
import type { SampleItem } from '../sample';
import { trunkUpdates } from '../trunkUpdates';
import { firstDeployments, type Rollout } from './firstDeployments';

/**
 * How long changes of the trunk took from their first commit until a deployment
 * of some sort had them, attributed to the finish of that deployment.
 *
 * @remarks
 *
 * A change that was merged before deployments were heard of is left out: nobody
 * knows whether an earlier deployment had it already.
 *
 * @param options - `readFrom`: changes and deployments older than this are not
 * looked at; `counts`: the deployments in question; `window` bounds the finish
 * @returns `unknown` counts changes whose first commit is not known and whose
 * start is therefore approximate, and changes left out because they would have
 * begun after they were deployed. `open` are changes that no deployment had by
 * the end of the window, since they began
 */
export function leadTimes(options: {
  input: MetricInput;
  window: TimeWindow;
  readFrom: EpochMs;
  counts: (deployment: Fact<'deployment'>) => boolean;
}): { items: DurationItem[]; open: SampleItem[]; unknown: number } {
  const { input, window, readFrom, counts } = options;
  const updates = trunkUpdates(input.facts, { from: readFrom, to: window.to });
  const first = firstDeployments(
    updates,
    rolloutsOf(input.facts, counts, { from: readFrom, to: window.to }),
  );
  const heardSince = input.connections.deployment?.since ?? readFrom;

  const items: DurationItem[] = [];
  const open: SampleItem[] = [];
  let unknown = 0;
  for (const update of updates) {
    if (update.at < heardSince) {
      continue;
    }
    const { fact, begun } = update;
    const rollout = first.get(update);
    if (!rollout) {
      open.push({ fact, at: Math.min(begun.at, update.at) });
    } else if (rollout.at >= window.from) {
      const impossible = begun.at > rollout.at;
      if (begun.approximate || impossible) {
        unknown += 1;
      }
      if (!impossible) {
        items.push({ fact, at: rollout.at, value: rollout.at - begun.at });
      }
    }
  }
  return { items, open, unknown };
}

function rolloutsOf(
  facts: readonly Fact[],
  counts: (deployment: Fact<'deployment'>) => boolean,
  window: TimeWindow,
): Rollout[] {
  return facts.flatMap(fact => {
    if (
      fact.kind !== 'deployment' ||
      fact.fields.outcome !== 'success' ||
      fact.fields.purpose === 'rollback' ||
      !counts(fact)
    ) {
      return [];
    }
    const { finishedAt } = fact.fields;
    return finishedAt !== undefined &&
      finishedAt >= window.from &&
      finishedAt < window.to
      ? [{ fact, at: finishedAt }]
      : [];
  });
}
