import type { ModelNode } from '../models';
import { evaluate } from './evaluate';
import { gapsToLevel } from './gapsToLevel';
import { check } from './__testUtils__/properties';

/** The same tree told in the opposite order. */
function turned(children: readonly ModelNode[]): ModelNode[] {
  return [...children]
    .reverse()
    .map(node =>
      'criteria' in node
        ? { ...node, criteria: [...node.criteria].reverse() }
        : { ...node, children: turned(node.children) },
    );
}

describe('properties of the order of gaps', () => {
  it('lists whatever fails before whatever is undecided', () =>
    check(({ model, input }) => {
      const outcomes = gapsToLevel(model, evaluate(model, input), 5).map(
        gap => gap.verdict.result.outcome,
      );
      expect(outcomes).toEqual(
        [...outcomes].sort(
          (a, b) => Number(b === 'fail') - Number(a === 'fail'),
        ),
      );
    }));

  it('is the same however the model is written down', () =>
    check(({ model, input }) => {
      const other = { ...model, children: turned(model.children) };
      const ids = (of: typeof model) =>
        gapsToLevel(of, evaluate(of, input), 4).map(
          gap => gap.verdict.criterion.id,
        );
      expect(ids(other)).toEqual(ids(model));
      expect(new Set(ids(model)).size).toBe(ids(model).length);
    }));
});
