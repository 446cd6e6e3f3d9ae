import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  type Entity,
} from '@backstage/catalog-model';
import {
  MATURITY_LEVEL_LABEL,
  MATURITY_SUMMARY_ANNOTATION,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * Longest text that is kept of a spec. Definitions of APIs can be megabytes;
 * whether there is one can still be told.
 */
const MAX_TEXT_LENGTH = 1024;

const METADATA = ['name', 'namespace', 'title', 'description', 'tags'] as const;

const RELATIONS: readonly string[] = [RELATION_OWNED_BY, RELATION_PART_OF];

/** What is kept of an entity; plain JSON with sorted keys. */
export type EntityDocument = Readonly<Record<string, unknown>>;

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** The same value with sorted keys and long texts cut. */
function normalize(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.slice(0, MAX_TEXT_LENGTH);
  }
  if (Array.isArray(value)) {
    return value.map(normalize);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([a], [b]) => compare(a, b))
        .map(([key, item]) => [key, normalize(item)]),
    );
  }
  return value;
}

function without(
  record: Readonly<Record<string, string>> | undefined,
  key: string,
): Record<string, string> | undefined {
  if (!record) {
    return undefined;
  }
  const { [key]: _, ...others } = record;
  return Object.keys(others).length > 0 ? others : undefined;
}

/**
 * What verdicts may depend on, in a form that is equal whenever it means the
 * same.
 *
 * @remarks
 *
 * The level that this product itself puts on an entity is left out: else each
 * change of level would be a change of the entity, to be assessed again, and
 * so on for ever.
 */
export function documentOf(entity: Entity): EntityDocument {
  const { metadata } = entity;
  const relations = (entity.relations ?? [])
    .filter(({ type }) => RELATIONS.includes(type))
    .map(({ type, targetRef }) => ({ type, targetRef }))
    .sort(
      (a, b) => compare(a.type, b.type) || compare(a.targetRef, b.targetRef),
    );
  return normalize({
    kind: entity.kind,
    metadata: {
      ...Object.fromEntries(METADATA.map(key => [key, metadata[key]])),
      labels: without(metadata.labels, MATURITY_LEVEL_LABEL),
      annotations: without(metadata.annotations, MATURITY_SUMMARY_ANNOTATION),
    },
    spec: entity.spec,
    relations,
  }) as EntityDocument;
}
