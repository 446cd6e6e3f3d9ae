import type { NodeLevels } from '@devops-scorecards/plugin-maturity-common';
import type { StoredNode } from './storedVerdict';
import { isSameVerdict, verdictDiff, verdictRows } from './verdictDiff';

const levels: NodeLevels = {
  award: 1,
  potential: 4,
  measured: 2,
  decided: 1,
  total: 2,
};

function tree(overrides: { levels?: NodeLevels; c2?: 'pass' | 'fail' } = {}) {
  const node: StoredNode = {
    id: 'm',
    applicable: true,
    levels: overrides.levels ?? levels,
    partlyNext: false,
    waived: 0,
    children: [
      {
        id: 's',
        applicable: true,
        levels,
        partlyNext: false,
        waived: 0,
        criteria: [
          {
            id: 'c1',
            result: { outcome: 'undecided', reason: 'stale' },
            atRisk: false,
          },
          {
            id: 'c2',
            result: { outcome: overrides.c2 ?? 'pass' },
            atRisk: true,
          },
        ],
      },
      {
        id: 'g',
        applicable: false,
        levels,
        partlyNext: false,
        waived: 0,
        children: [],
      },
    ],
  };
  return node;
}

describe('verdictDiff', () => {
  it('flattens to rows', () => {
    expect(verdictRows(tree())).toEqual([
      { kind: 'model', node: 'm', levels },
      { kind: 'sub-item', node: 's', levels },
      { kind: 'criterion', node: 'c1', outcome: 'undecided:stale' },
      { kind: 'criterion', node: 'c2', outcome: 'pass' },
      { kind: 'group', node: 'g', levels: undefined },
    ]);
  });

  it('finds everything new on a first verdict', () => {
    const diff = verdictDiff(undefined, tree());
    expect(diff.rows).toHaveLength(5);
    expect(diff.outcomes.map(({ criterionId }) => criterionId)).toEqual([
      'c1',
      'c2',
    ]);
  });

  it('finds nothing where only risk or the order of properties differs', () => {
    const { total, decided, measured, potential, award } = levels;
    const after = tree({
      levels: { total, decided, measured, potential, award },
    });
    after.children![0].criteria![1].atRisk = false;
    expect(verdictDiff(tree(), after)).toEqual({ rows: [], outcomes: [] });
    expect(isSameVerdict(tree(), after)).toBe(true);
  });

  it('finds a criterion that turned and a level that moved', () => {
    const after = tree({ c2: 'fail', levels: { ...levels, measured: 1 } });
    expect(verdictDiff(tree(), after)).toEqual({
      rows: [
        { kind: 'model', node: 'm', levels: { ...levels, measured: 1 } },
        { kind: 'criterion', node: 'c2', outcome: 'fail' },
      ],
      outcomes: [
        {
          criterionId: 'c2',
          from: { outcome: 'pass' },
          to: { outcome: 'fail' },
        },
      ],
    });
    expect(isSameVerdict(tree(), after)).toBe(false);
  });
});
