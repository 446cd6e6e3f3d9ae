import type { Entity } from '@backstage/catalog-model';
import {
  MATURITY_LEVEL_LABEL,
  MATURITY_LEVEL_NONE,
  MATURITY_SUMMARY_ANNOTATION,
  STABILITY_LEVEL_LABEL,
  STABILITY_SUMMARY_ANNOTATION,
  type EntityLevel,
  type ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * What an entity is marked with, by key. The keys of a scorecard are absent on
 * an entity that none of its models targets.
 */
export type LevelMarks = {
  /** Level labels: `L1` to `L5`, or `none`. */
  labels: Record<string, string>;
  /** Summary annotations. */
  annotations: Record<string, string>;
};

/** No marks at all. */
export const NO_MARKS: LevelMarks = { labels: {}, annotations: {} };

const KEYS: Readonly<
  Record<ScorecardKind, { label: string; annotation: string }>
> = {
  maturity: {
    label: MATURITY_LEVEL_LABEL,
    annotation: MATURITY_SUMMARY_ANNOTATION,
  },
  stability: {
    label: STABILITY_LEVEL_LABEL,
    annotation: STABILITY_SUMMARY_ANNOTATION,
  },
};

/**
 * Makes the labels and the summary lines of the levels of one entity.
 *
 * @param levels - as the maturity backend answered, one for each scorecard
 *   that has a model for the entity
 */
export function levelMarksOf(levels: readonly EntityLevel[]): LevelMarks {
  const marks: LevelMarks = { labels: {}, annotations: {} };
  for (const level of levels) {
    const { label, annotation } = KEYS[level.scorecard];
    marks.labels[label] = level.level ? `L${level.level}` : MATURITY_LEVEL_NONE;
    marks.annotations[annotation] = summaryOf(level);
  }
  return marks;
}

function summaryOf(level: EntityLevel): string {
  const { levels } = level;
  const parts = [
    `${level.model}@${level.version}`,
    `measured=${level.level ?? MATURITY_LEVEL_NONE}`,
  ];
  if (levels) {
    parts.push(
      `proven=${levels.award}`,
      `possible=${levels.potential}`,
      `decided=${levels.decided}/${levels.total}`,
    );
  }
  return parts.join(' ');
}

/**
 * Returns the entity with exactly these marks.
 *
 * @remarks
 *
 * Marks that the entity brings along from its own file are taken off: a level
 * is computed and never declared.
 */
export function withLevelMarks(entity: Entity, marks: LevelMarks): Entity {
  let { labels, annotations } = entity.metadata;
  for (const { label, annotation } of Object.values(KEYS)) {
    labels = replaced(labels, label, marks.labels[label]);
    annotations = replaced(
      annotations,
      annotation,
      marks.annotations[annotation],
    );
  }
  if (
    labels === entity.metadata.labels &&
    annotations === entity.metadata.annotations
  ) {
    return entity;
  }
  return { ...entity, metadata: { ...entity.metadata, labels, annotations } };
}

function replaced(
  record: Record<string, string> | undefined,
  key: string,
  value: string | undefined,
): Record<string, string> | undefined {
  if (record?.[key] === value) {
    return record;
  }
  const { [key]: _, ...others } = record ?? {};
  return value === undefined ? others : { ...others, [key]: value };
}
