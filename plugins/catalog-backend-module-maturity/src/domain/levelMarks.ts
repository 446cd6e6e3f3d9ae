import type { Entity } from '@backstage/catalog-model';
import {
  MATURITY_LEVEL_LABEL,
  MATURITY_LEVEL_NONE,
  MATURITY_SUMMARY_ANNOTATION,
  type EntityLevel,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * What an entity is marked with. Both are absent on an entity that no model
 * targets.
 */
export type LevelMarks = {
  /** Value of the level label, `L1` to `L5` or `none`. */
  label?: string;
  /** Value of the summary annotation. */
  summary?: string;
};

/**
 * Makes the label and the summary line of a level.
 *
 * @param level - as the maturity backend answered; `undefined` when it has no
 *   model that targets the entity
 */
export function levelMarksOf(level: EntityLevel | undefined): LevelMarks {
  if (!level) {
    return {};
  }
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
  return {
    label: level.level ? `L${level.level}` : MATURITY_LEVEL_NONE,
    summary: parts.join(' '),
  };
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
  const labels = replaced(
    entity.metadata.labels,
    MATURITY_LEVEL_LABEL,
    marks.label,
  );
  const annotations = replaced(
    entity.metadata.annotations,
    MATURITY_SUMMARY_ANNOTATION,
    marks.summary,
  );
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
