import type {
  EpochMs,
  Evidence,
  Fact,
} from '@devops-scorecards/plugin-maturity-common';
import { compareFacts } from './compareFacts';

/** A fact at the time at which it counts. */
export interface SampleItem {
  fact: Fact;
  at: EpochMs;
}

/** A sample item as evidence, before the newest are chosen. */
export interface EvidenceItem extends SampleItem {
  role: Evidence['role'];
  value?: number;
}

/** What a metric found apart from the items that it computes with. */
export interface SampleSurroundings {
  /** Began and had not ended at the end of the window, at its beginning. */
  open: readonly SampleItem[];
  /** How many items have a deciding field that is unknown. */
  unknown?: number;
}

/** Order in time, and of simultaneous items by source and key. */
export function compareItems(a: SampleItem, b: SampleItem): number {
  return a.at - b.at || compareFacts(a.fact, b.fact);
}

/** The newest items first, at most `limit`. */
export function evidenceOf(
  items: readonly EvidenceItem[],
  limit: number,
): Evidence[] {
  if (limit <= 0) {
    return [];
  }
  return [...items]
    .sort((a, b) => b.at - a.at || compareFacts(a.fact, b.fact))
    .slice(0, limit)
    .map(({ fact, at, role, value }) => ({
      kind: fact.kind,
      source: fact.source,
      key: fact.key,
      at,
      role,
      ...(value === undefined ? {} : { value }),
      ...optionalText('label', labelOf(fact)),
      ...optionalText('url', fact.fields.url),
      ...(fact.generated ? { generated: true } : {}),
    }));
}

function labelOf(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'run':
      return fact.fields.pipeline;
    case 'deployment':
      return [fact.fields.environment, fact.fields.version]
        .filter(Boolean)
        .join(' ');
    case 'alert':
    case 'measure':
      return fact.fields.name;
    default:
      return fact.fields.title;
  }
}

function optionalText<K extends string>(
  key: K,
  value: string | undefined,
): { [P in K]?: string } {
  return value ? ({ [key]: value } as { [P in K]: string }) : {};
}
