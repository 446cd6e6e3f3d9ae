import type {
  EpochMs,
  Fact,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { compareItems } from './sample';

/** One update of the trunk, however many events speak of it. */
export interface TrunkUpdate {
  /** The request that was merged, or else the push. */
  fact: Fact<'change'>;
  /** All changes that speak of it, in the order in which the trunk had them. */
  changes: readonly Fact<'change'>[];
  /** When the trunk had it. */
  at: EpochMs;
  /** Every commit by which its changes know it. */
  shas: ReadonlySet<string>;
  /** The commits that the trunk may point to since: after the merge or push. */
  trunkShas: ReadonlySet<string>;
  /** Keyed hash of the author of the request, or else of the push. */
  author?: string;
  /** True when a bot is known to have made the change. */
  bot: boolean;
  /** Commits that it brought. */
  commits?: number;
  /** When work on it began, as far as that is known. */
  begun: { at: EpochMs; approximate: boolean };
}

/** A change at the time at which the trunk had it. */
interface Merged {
  fact: Fact<'change'>;
  at: EpochMs;
}

/**
 * The updates of the trunk in `[from, to)`, ordered in time.
 *
 * @remarks
 *
 * A merged request and the push of its merge are two changes and one update:
 * they name the same commit, before or after the merge. It happened when the
 * first of them says so. A rebased or fast-forwarded request is known by its
 * head, a merged or squashed one by the commit that the merge made.
 *
 * @param facts - of any kind; changes whose target is not known to be the trunk
 * are no updates of it
 * @param window - bounds when the trunk had the change
 */
export function trunkUpdates(
  facts: readonly Fact[],
  window: TimeWindow,
): TrunkUpdate[] {
  const merged: Merged[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'change' || fact.fields.trunk !== true) {
      continue;
    }
    const at = fact.fields.mergedAt;
    if (at !== undefined && at >= window.from && at < window.to) {
      merged.push({ fact, at });
    }
  }
  return groupsOf(merged.sort(compareItems)).map(updateOf).sort(compareItems);
}

/**
 * Changes that name a commit in common, directly or by way of others; each
 * group in the order of `merged`.
 */
function groupsOf(merged: readonly Merged[]): Merged[][] {
  const groupOf = new Map<string, Merged[]>();
  const groups = new Set<Merged[]>();
  for (const change of merged) {
    const shas = shasOf(change.fact);
    const [group = [], ...others] = new Set(
      shas.flatMap(sha => {
        const known = groupOf.get(sha);
        return known ? [known] : [];
      }),
    );
    for (const other of others) {
      groups.delete(other);
      group.push(...other);
      group.sort(compareItems);
      for (const { fact } of other) {
        shasOf(fact).forEach(sha => groupOf.set(sha, group));
      }
    }
    group.push(change);
    groups.add(group);
    shas.forEach(sha => groupOf.set(sha, group));
  }
  return [...groups];
}

function updateOf(group: Merged[]): TrunkUpdate {
  const requests = group.filter(({ fact }) => fact.fields.form === 'request');
  const pushes = group.filter(({ fact }) => fact.fields.form !== 'request');
  const makers = requests.length > 0 ? requests : pushes;
  const author = firstKnown(makers, 'author') ?? firstKnown(pushes, 'author');
  // What the push brought is what arrived; a squashed request brought one.
  const commits =
    firstKnown(pushes, 'commits') ?? firstKnown(requests, 'commits');
  return {
    fact: makers[0].fact,
    changes: group.map(({ fact }) => fact),
    at: group[0].at,
    shas: new Set(group.flatMap(({ fact }) => shasOf(fact))),
    trunkShas: new Set(
      group.flatMap(({ fact }) => {
        const { mergeSha, headSha } = fact.fields;
        return mergeSha ?? headSha ?? [];
      }),
    ),
    ...(author === undefined ? {} : { author }),
    bot: makers.some(({ fact }) => fact.fields.bot === true),
    ...(commits === undefined ? {} : { commits }),
    begun: begunOf({ requests, pushes, at: group[0].at }),
  };
}

/**
 * The earliest commit on the head branch. Where the requests do not say it, the
 * push may only know the commit that a squash made, so it is approximate, like
 * the creation of the request and, at last, the update itself.
 */
function begunOf(options: {
  requests: readonly Merged[];
  pushes: readonly Merged[];
  at: EpochMs;
}): TrunkUpdate['begun'] {
  const { requests, pushes, at } = options;
  const exact = earliest(
    [...requests, ...pushes],
    ({ firstCommitAt }) => firstCommitAt,
  );
  const ofRequests = earliest(requests, ({ firstCommitAt }) => firstCommitAt);
  if (
    exact !== undefined &&
    (requests.length === 0 || ofRequests !== undefined)
  ) {
    return { at: exact, approximate: false };
  }
  const created = earliest(requests, ({ createdAt }) => createdAt);
  return {
    at: Math.min(exact ?? at, created ?? at),
    approximate: true,
  };
}

function earliest(
  changes: readonly Merged[],
  read: (fields: Fact<'change'>['fields']) => EpochMs | undefined,
): EpochMs | undefined {
  const times = changes.flatMap(({ fact }) => read(fact.fields) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

function firstKnown<K extends 'author' | 'commits'>(
  changes: readonly Merged[],
  field: K,
): Fact<'change'>['fields'][K] {
  return changes.find(({ fact }) => fact.fields[field] !== undefined)?.fact
    .fields[field];
}

function shasOf(fact: Fact<'change'>): string[] {
  const { mergeSha, headSha } = fact.fields;
  return [mergeSha, headSha].flatMap(sha => (sha ? [sha] : []));
}
