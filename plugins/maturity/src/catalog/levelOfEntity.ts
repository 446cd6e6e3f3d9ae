import type { Entity } from '@backstage/catalog-model';
import {
  MATURITY_LEVEL_LABEL,
  MATURITY_LEVEL_NONE,
  STABILITY_LEVEL_LABEL,
  type Level,
  type ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';

/** The scorecards that the catalog knows levels of, in the order shown. */
export const SCORECARDS: readonly ScorecardKind[] = ['maturity', 'stability'];

const LABELS: Record<ScorecardKind, string> = {
  maturity: MATURITY_LEVEL_LABEL,
  stability: STABILITY_LEVEL_LABEL,
};

/** What the level label can say, the highest first. */
export const LEVEL_LABELS = [
  'L5',
  'L4',
  'L3',
  'L2',
  'L1',
  MATURITY_LEVEL_NONE,
] as const;

/** Path of a label, as catalog queries name it. */
export type LabelField = `metadata.labels.${string}`;

/** Path of the level label of a scorecard. */
export function levelField(scorecard: ScorecardKind): LabelField {
  return `metadata.labels.${LABELS[scorecard]}`;
}

/** The level behind a label value; undefined for "none" and unknown values. */
export function levelOfLabel(label: string | undefined): Level | undefined {
  const match = /^L([1-5])$/.exec(label ?? '');
  return match ? (Number(match[1]) as Level) : undefined;
}

/** The level label of an entity as it is; empty where no model targets it. */
export function levelLabelOf(entity: Entity, scorecard: ScorecardKind): string {
  return entity.metadata.labels?.[LABELS[scorecard]] ?? '';
}

/** The level of an entity by its label; undefined where no model targets it. */
export function levelOfEntity(
  entity: Entity,
  scorecard: ScorecardKind,
): Level | 'none' | undefined {
  const label = levelLabelOf(entity, scorecard);
  return label ? levelOfLabel(label) ?? 'none' : undefined;
}

/** Sorts entities by level: no label, none, then 1 to 5. */
export function compareLevels(
  a: Entity,
  b: Entity,
  scorecard: ScorecardKind,
): number {
  return rank(a, scorecard) - rank(b, scorecard);
}

function rank(entity: Entity, scorecard: ScorecardKind): number {
  const level = levelOfEntity(entity, scorecard);
  if (level === undefined) {
    return -1;
  }
  return level === 'none' ? 0 : level;
}
