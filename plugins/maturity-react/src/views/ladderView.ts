import type {
  EpochMs,
  Level,
  NodeLevels,
  Scorecard,
  ScorecardNode,
} from '@devops-scorecards/plugin-maturity-common';
import { pickText, type Texts } from '../language';
import { toCriterionView, type CriterionView } from './criterionView';
import { toLevelView, type LevelView } from './levelView';

/** What one level means for one row. @public */
export type CellState =
  | 'proven'
  | 'measured'
  | 'partly'
  | 'possible'
  | 'missed'
  | 'beyond';

/** @public */
export interface LadderCell {
  level: Level;
  state: CellState;
}

/** A row of the ladder. @public */
export interface LadderRow {
  id: string;
  title: string;
  description?: string;
  applicable: boolean;
  level: LevelView;
  cells: LadderCell[];
  children: LadderRow[];
  criteria: CriterionView[];
  /** Of groups: `8 sub-items`. */
  size?: string;
  /** Of groups: `2 without data`, where there are any. */
  withoutData?: string;
}

const LEVELS: Level[] = [1, 2, 3, 4, 5];

/** The state of one level cell. @public */
export function cellState(options: {
  level: Level;
  levels: NodeLevels;
  partlyNext: boolean;
  maxLevel: Level;
}): CellState {
  const { level, levels, partlyNext, maxLevel } = options;
  if (level > maxLevel) {
    return 'beyond';
  }
  // Level 1 asks for nothing, but an unassessed row has not shown even that.
  if (levels.measured === undefined) {
    return level <= levels.potential ? 'possible' : 'missed';
  }
  if (level <= levels.award) {
    return 'proven';
  }
  if (levels.measured !== undefined && level <= levels.measured) {
    return 'measured';
  }
  // "N-" is read on what is proven: the next level is partly met.
  if (partlyNext && level === levels.award + 1) {
    return 'partly';
  }
  return level <= levels.potential ? 'possible' : 'missed';
}

/** A node of the scorecard and all below it as rows. @public */
export function toLadderRow(options: {
  node: ScorecardNode;
  model: Scorecard['model'];
  texts: Texts;
  /** IANA zone that days are cut in. */
  timeZone: string;
  /** When the scorecard is about. */
  asOf: EpochMs;
}): LadderRow {
  const { node, model, texts, timeZone, asOf } = options;
  return {
    id: node.id,
    title: pickText(texts, node.title),
    description: node.description && pickText(texts, node.description),
    applicable: node.applicable,
    level: toLevelView({
      levels: node.levels,
      texts,
      titles: model.levels,
      counted: node.children ? 'sub-items' : 'criteria',
    }),
    cells: LEVELS.filter(level => level <= model.maxLevel).map(level => ({
      level,
      state: cellState({
        level,
        levels: node.levels,
        partlyNext: node.partlyNext,
        maxLevel: model.maxLevel,
      }),
    })),
    children: (node.children ?? []).map(child =>
      toLadderRow({ ...options, node: child }),
    ),
    criteria: (node.criteria ?? [])
      .map(card => toCriterionView(card, { texts, timeZone, asOf }))
      .sort((a, b) => a.level - b.level),
    ...sizeOf(node, texts),
  };
}

function sizeOf(
  node: ScorecardNode,
  texts: Texts,
): Pick<LadderRow, 'size' | 'withoutData'> {
  if (!node.children) {
    return {};
  }
  const subItems = subItemsOf(node);
  const empty = subItems.filter(
    ({ applicable, levels }) => applicable && levels.decided === 0,
  ).length;
  return {
    size: texts.t('ladder.subItems', { count: subItems.length }),
    withoutData:
      empty > 0 ? texts.t('ladder.withoutData', { count: empty }) : undefined,
  };
}

function subItemsOf(node: ScorecardNode): ScorecardNode[] {
  return node.children ? node.children.flatMap(subItemsOf) : [node];
}

/**
 * Ids of the rows that must be open for a criterion to be seen, from the top.
 *
 * @public
 */
export function pathToCriterion(
  rows: LadderRow[],
  criterionId: string,
): string[] | undefined {
  for (const row of rows) {
    if (row.criteria.some(criterion => criterion.id === criterionId)) {
      return [row.id];
    }
    const below = pathToCriterion(row.children, criterionId);
    if (below) {
      return [row.id, ...below];
    }
  }
  return undefined;
}

/** Ids of all rows that can be opened. @public */
export function openableIds(rows: LadderRow[]): string[] {
  return rows.flatMap(row => [row.id, ...openableIds(row.children)]);
}
