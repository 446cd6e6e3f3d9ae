import type {
  Level,
  NodeVerdict,
} from '@devops-scorecards/plugin-maturity-common';
import { effectOf } from './effectOf';

function node(
  id: string,
  award: number,
  measured: number | undefined,
  children?: NodeVerdict[],
): NodeVerdict {
  return {
    id,
    applicable: true,
    levels: {
      award: award as Level,
      potential: 5,
      measured: measured as Level | undefined,
      decided: 1,
      total: 1,
    },
    partlyNext: false,
    waived: 0,
    children,
  };
}

const verdict = (root: NodeVerdict) => [{ model: 'm', root }];

describe('effectOf', () => {
  it.each<[string, NodeVerdict, NodeVerdict, boolean]>([
    ['nothing', node('r', 1, 2), node('r', 1, 2), false],
    ['a drop', node('r', 2, 3), node('r', 1, 2), false],
    ['a rise of measured', node('r', 1, 2), node('r', 1, 3), true],
    ['a rise of proven', node('r', 1, 3), node('r', 2, 2), true],
    ['a first level', node('r', 1, undefined), node('r', 1, 1), true],
    ['a lost level', node('r', 1, 1), node('r', 1, undefined), false],
    [
      'a rise of a sub-item',
      node('r', 1, 2, [node('a', 1, 2), node('b', 1, 2)]),
      node('r', 1, 2, [node('a', 1, 3), node('b', 1, 2)]),
      true,
    ],
    [
      'a rise by what is not decided any more',
      node('r', 1, 2, [node('a', 1, 2), node('b', 1, 4)]),
      node('r', 1, 4, [node('a', 1, undefined), node('b', 1, 4)]),
      true,
    ],
  ])('%s', (_, before, after, raises) => {
    expect(effectOf(verdict(before), verdict(after)).raises).toBe(raises);
  });

  it('names the measured level of every model', () => {
    expect(
      effectOf(
        verdict(node('r', 1, undefined)).concat({
          model: 'x',
          root: node('r', 1, 3),
        }),
        verdict(node('r', 1, 2)).concat({ model: 'x', root: node('r', 1, 2) }),
      ),
    ).toEqual({
      raises: true,
      levels: [
        { model: 'm', to: 2 },
        { model: 'x', from: 3, to: 2 },
      ],
    });
  });
});
