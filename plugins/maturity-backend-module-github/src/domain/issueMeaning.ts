import type {
  Detector,
  Severity,
  WorkItemFields,
} from '@devops-scorecards/plugin-maturity-common';

/** What labels of issues mean in an organisation. All in lower case. */
export interface IssueMeaning {
  incidents: ReadonlySet<string>;
  severities: ReadonlyMap<string, Severity>;
  detectors: ReadonlyMap<string, Detector>;
  workItems: ReadonlyMap<string, NonNullable<WorkItemFields['form']>>;
}

/** Whether one of the labels is among those of a meaning. */
export function hasOne(
  labels: ReadonlySet<string>,
  meaning: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): boolean {
  return [...labels].some(label => meaning.has(label));
}

/**
 * What labels mean, where several do the first of `order`.
 */
export function firstOf<V>(
  labels: ReadonlySet<string>,
  meaning: ReadonlyMap<string, V>,
  order: readonly V[],
): V | undefined {
  const meant = new Set([...labels].map(label => meaning.get(label)));
  return order.find(value => meant.has(value));
}

/** What labels mean, unless they contradict each other. */
export function onlyOne<V>(
  labels: ReadonlySet<string>,
  meaning: ReadonlyMap<string, V>,
): V | undefined {
  const meant = new Set(
    [...labels].flatMap(label =>
      meaning.has(label) ? [meaning.get(label)!] : [],
    ),
  );
  return meant.size === 1 ? [...meant][0] : undefined;
}
