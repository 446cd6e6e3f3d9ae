import { titleOf } from '@devops-scorecards/plugin-maturity-node';
import type { IssuePayload } from './issuePayload';

/** What is read of every issue, whatever it means. */
export interface Issue {
  payload: IssuePayload;
  /** Absent where only some may see it. */
  title?: string;
  /** In lower case, as are those that it had before the event. */
  labels: ReadonlySet<string>;
  labelsBefore: ReadonlySet<string>;
  /** Absent while it is open, and where it is not told. */
  closedAt?: number;
}

/** Reads what a payload says of its issue. */
export function issueOf(payload: IssuePayload): Issue {
  const { object_attributes: attributes, event_type: eventType = '' } = payload;
  const hidden =
    attributes.confidential === true || eventType.startsWith('confidential');
  const labels = lowerCase(attributes.labels ?? payload.labels);
  return {
    payload,
    title: hidden ? undefined : titleOf(attributes.title),
    labels,
    labelsBefore: payload.changes?.labels?.previous
      ? lowerCase(payload.changes.labels.previous)
      : labels,
    closedAt: attributes.state === 'closed' ? closedAtOf(payload) : undefined,
  };
}

/** Whether one of the labels is among those of a meaning. */
export function hasOne(
  labels: ReadonlySet<string>,
  meaning: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): boolean {
  return [...labels].some(label => meaning.has(label));
}

/** What labels mean, where several do the first of `order`. */
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
    [...labels].flatMap(label => {
      const value = meaning.get(label);
      return value === undefined ? [] : [value];
    }),
  );
  return meant.size === 1 ? [...meant][0] : undefined;
}

function lowerCase(labels: readonly string[] = []): ReadonlySet<string> {
  return new Set(labels.map(label => label.toLowerCase()));
}

/** What is edited after the closing still shows `closed_at`, if anything does. */
function closedAtOf({
  object_attributes: attributes,
}: IssuePayload): number | undefined {
  return (
    attributes.closed_at ??
    (attributes.action === 'close' ? attributes.updated_at : undefined)
  );
}
