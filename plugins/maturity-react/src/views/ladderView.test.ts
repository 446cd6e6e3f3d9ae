import type { Level } from '@devops-scorecards/plugin-maturity-common';
import { englishTexts } from '../testing/englishTexts';
import { scorecardFixture } from '../fixtures/scorecardFixture';
import {
  cellState,
  openableIds,
  pathToCriterion,
  toLadderRow,
  type CellState,
} from './ladderView';

function row(options: {
  award: Level;
  measured?: Level;
  potential: Level;
  partlyNext?: boolean;
  maxLevel?: Level;
  decided?: number;
}): CellState[] {
  const { partlyNext = false, maxLevel = 5, decided = 1, ...numbers } = options;
  return ([1, 2, 3, 4, 5] as Level[]).map(level =>
    cellState({
      level,
      levels: { ...numbers, decided, total: 2 },
      partlyNext,
      maxLevel,
    }),
  );
}

describe('cellState', () => {
  it.each([
    [
      'proven, then open',
      row({ award: 3, measured: 3, potential: 5 }),
      ['proven', 'proven', 'proven', 'possible', 'possible'],
    ],
    [
      'measured but not proven',
      row({ award: 1, measured: 3, potential: 3 }),
      ['proven', 'measured', 'measured', 'missed', 'missed'],
    ],
    [
      'partly met',
      row({ award: 3, measured: 3, potential: 3, partlyNext: true }),
      ['proven', 'proven', 'proven', 'partly', 'missed'],
    ],
    [
      'nothing decided',
      row({ award: 1, potential: 4, decided: 0 }),
      ['possible', 'possible', 'possible', 'possible', 'missed'],
    ],
    [
      'a model without level 5',
      row({ award: 2, measured: 2, potential: 4, maxLevel: 4 }),
      ['proven', 'proven', 'possible', 'possible', 'beyond'],
    ],
  ])('%s', (_, states, expected) => {
    expect(states).toEqual(expected);
  });
});

describe('toLadderRow', () => {
  const { root, model } = scorecardFixture();
  const top = toLadderRow({
    node: root,
    model,
    texts: englishTexts(),
    timeZone: 'UTC',
    asOf: 0,
  });

  it('sorts the criteria of a sub-item by level', () => {
    const [mode] = top.children[0].children;
    expect(mode.criteria.map(criterion => criterion.level)).toEqual([2, 3, 4]);
  });

  it('finds the way to a criterion', () => {
    expect(pathToCriterion(top.children, 'FP.fix-3')).toEqual(['BCI', 'FP']);
    expect(pathToCriterion(top.children, 'unknown')).toBeUndefined();
  });

  it('lists every row that opens', () => {
    expect(openableIds(top.children)).toEqual(['DRM', 'DM', 'BCI', 'FP']);
  });
});
