import type {
  Criterion,
  Level,
  Model,
} from '@devops-scorecards/plugin-maturity-common';
import { subItemsOf } from '@devops-scorecards/plugin-maturity-common';

/** Highest level that is decided by criteria of its own instead of a look back. */
const LAST_LEVEL = 4;

/** What decides one level of one sub-item. */
export interface DecidingCell {
  subItem: string;
  level: Level;
  criteria: Criterion[];
}

/** The levels from 2 to 4 of every sub-item with their criteria. */
export function decidingCells(model: Model): DecidingCell[] {
  const levels = model.levels
    .map(({ level }) => level)
    .filter(level => level > 1 && level <= LAST_LEVEL);
  return subItemsOf(model).flatMap(({ id, criteria }) =>
    levels.map(level => ({
      subItem: id,
      level,
      criteria: criteria.filter(criterion => criterion.level === level),
    })),
  );
}
