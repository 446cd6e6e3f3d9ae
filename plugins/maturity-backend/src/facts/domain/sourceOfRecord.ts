import {
  MANUAL_SOURCE,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import { compareText } from './compareText';

/**
 * Reads the annotation that says which source to believe for which kind of
 * fact, for example `run=ci, deployment=github`. What cannot be read is left
 * out, and the configured order decides.
 */
export function parseSourceOfRecord(
  annotation: string | undefined,
): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const part of (annotation ?? '').split(',')) {
    const [kind, source] = part.split('=').map(text => text.trim());
    if (kind && source) {
      sources.set(kind, source);
    }
  }
  return sources;
}

/** What is known when a source of record is chosen. */
export interface ChooseSourceOptions {
  kind: FactKind;
  /** Value of the entity's `source-of-record` annotation. */
  annotation?: string;
  /** Configured sources in their order. */
  sourceOrder: readonly string[];
  /** Sources that the entity has heard this kind of fact from. */
  bound: readonly string[];
}

/**
 * The one source whose facts of a kind count for an entity: the annotated
 * one, else the first configured one that it is connected to, else the first
 * by name. What people tell of themselves is of record only where nothing else
 * is.
 *
 * @returns `undefined` when it is connected to none, or not to the annotated one
 */
export function chooseSourceOfRecord(
  options: ChooseSourceOptions,
): string | undefined {
  const { kind, annotation, sourceOrder, bound } = options;
  const annotated = parseSourceOfRecord(annotation).get(kind);
  if (annotated !== undefined) {
    return [annotated, MANUAL_SOURCE].find(source => bound.includes(source));
  }
  const tools = bound.filter(source => source !== MANUAL_SOURCE);
  return (
    sourceOrder.find(source => bound.includes(source)) ??
    tools.sort(compareText)[0] ??
    bound[0]
  );
}
