import type {
  EpochMs,
  Fact,
  FactFields,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';

/** When something of a fact came about, and what nobody knew before that. */
interface Moment<K extends FactKind> {
  at: keyof FactFields[K] & string;
  brings?: readonly (keyof FactFields[K] & string)[];
}

/**
 * The moments of a fact's life, by kind. A fact exists from the earliest of
 * them on; what a later moment brought is not there before it.
 */
const MOMENTS: { readonly [K in FactKind]: readonly Moment<K>[] } = {
  run: [
    { at: 'queuedAt' },
    { at: 'startedAt' },
    { at: 'finishedAt', brings: ['outcome'] },
  ],
  deployment: [{ at: 'startedAt' }, { at: 'finishedAt', brings: ['outcome'] }],
  change: [
    { at: 'createdAt' },
    { at: 'mergedAt', brings: ['mergeSha', 'commits'] },
    { at: 'closedAt' },
  ],
  'work-item': [
    { at: 'createdAt' },
    { at: 'acceptedAt' },
    { at: 'startedAt' },
    { at: 'doneAt' },
    { at: 'releasedAt' },
  ],
  incident: [
    { at: 'startedAt' },
    { at: 'detectedAt', brings: ['detectedBy'] },
    { at: 'acknowledgedAt' },
    { at: 'restoredAt' },
    { at: 'reviewedAt', brings: ['repeatOf'] },
  ],
  alert: [{ at: 'startedAt' }, { at: 'acknowledgedAt' }, { at: 'resolvedAt' }],
  measure: [{ at: 'measuredAt' }],
};

/** A moment of one fact. */
export interface FactMoment {
  at: EpochMs;
  /** Fields that are known from it on, its own first. */
  brings: readonly string[];
}

/** The moments that a fact tells, in no particular order. */
export function momentsOf(fact: Fact): FactMoment[] {
  const moments: readonly { at: string; brings?: readonly string[] }[] =
    MOMENTS[fact.kind];
  const fields = fact.fields as Readonly<Record<string, unknown>>;
  return moments.flatMap(({ at: field, brings = [] }) => {
    const at = fields[field];
    return typeof at === 'number' ? [{ at, brings: [field, ...brings] }] : [];
  });
}

/** Whether nothing that a fact tells came about at `asOf` or later. */
export function isOverBefore(fact: Fact, asOf: EpochMs): boolean {
  const fields = fact.fields as Readonly<Record<string, unknown>>;
  for (const { at: field } of MOMENTS[fact.kind]) {
    const at = fields[field];
    if (typeof at === 'number' && at >= asOf) {
      return false;
    }
  }
  return true;
}
