import type { Entity } from '@backstage/catalog-model';
import {
  MATURITY_LEVEL_LABEL,
  MATURITY_LEVEL_NONE,
  type Level,
} from '@devops-scorecards/plugin-maturity-common';

/** What the level label can say, the highest first. */
export const LEVEL_LABELS = [
  'L5',
  'L4',
  'L3',
  'L2',
  'L1',
  MATURITY_LEVEL_NONE,
] as const;

/** The level behind a label value; undefined for "none" and unknown values. */
export function levelOfLabel(label: string | undefined): Level | undefined {
  const match = /^L([1-5])$/.exec(label ?? '');
  return match ? (Number(match[1]) as Level) : undefined;
}

/** The level of an entity by its label; undefined where no model targets it. */
export function levelOfEntity(entity: Entity): Level | 'none' | undefined {
  const label = entity.metadata.labels?.[MATURITY_LEVEL_LABEL];
  if (!label) {
    return undefined;
  }
  return levelOfLabel(label) ?? 'none';
}

/** Sorts entities by level: no label, none, then 1 to 5. */
export function compareLevels(a: Entity, b: Entity): number {
  return rank(a) - rank(b);
}

function rank(entity: Entity): number {
  const level = levelOfEntity(entity);
  if (level === undefined) {
    return -1;
  }
  return level === 'none' ? 0 : level;
}
