import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  type Entity,
} from '@backstage/catalog-model';
import {
  MATURITY_LEVEL_LABEL,
  MATURITY_NAMESPACE,
  MATURITY_SUMMARY_ANNOTATION,
  STABILITY_LEVEL_LABEL,
  STABILITY_SUMMARY_ANNOTATION,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * Longest text that is kept, except of annotations that are meant for us.
 * Definitions of APIs can be megabytes; whether there is one can still be told.
 */
const MAX_TEXT_LENGTH = 1024;

const METADATA = ['name', 'namespace', 'title', 'description', 'tags'] as const;

/** What this product itself puts on an entity. */
const OUR_LABELS: readonly string[] = [
  MATURITY_LEVEL_LABEL,
  STABILITY_LEVEL_LABEL,
];
const OUR_ANNOTATIONS: readonly string[] = [
  MATURITY_SUMMARY_ANNOTATION,
  STABILITY_SUMMARY_ANNOTATION,
];

const RELATIONS: readonly string[] = [RELATION_OWNED_BY, RELATION_PART_OF];

/** What is kept of an entity; plain JSON with sorted keys. */
export type EntityDocument = Readonly<Record<string, unknown>>;

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * The same value with sorted keys and long texts cut. Half of a setting that
 * is JSON would be none, so ours stay whole.
 */
function normalize(value: unknown, isOurs = false): unknown {
  if (typeof value === 'string') {
    return isOurs ? value : value.slice(0, MAX_TEXT_LENGTH);
  }
  if (Array.isArray(value)) {
    return value.map(item => normalize(item));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([a], [b]) => compare(a, b))
        .map(([key, item]) => [
          key,
          normalize(item, key.startsWith(`${MATURITY_NAMESPACE}/`)),
        ]),
    );
  }
  return value;
}

function without(
  record: Readonly<Record<string, string>> | undefined,
  keys: readonly string[],
): Record<string, string> | undefined {
  const others = Object.entries(record ?? {}).filter(
    ([key]) => !keys.includes(key),
  );
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/**
 * What verdicts may depend on, in a form that is equal whenever it means the
 * same.
 *
 * @remarks
 *
 * The levels that this product itself puts on an entity are left out: else each
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
      labels: without(metadata.labels, OUR_LABELS),
      annotations: without(metadata.annotations, OUR_ANNOTATIONS),
    },
    spec: entity.spec,
    relations,
  }) as EntityDocument;
}
