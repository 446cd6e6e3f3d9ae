import type { Level, MetricCriterion, SubItem } from '../models';
import { evaluate } from './evaluate';
import { gapsToLevel } from './gapsToLevel';
import { nextLevel } from './nextLevel';
import type { Scenario } from './__testUtils__/scenario';
import { scenario } from './__testUtils__/scenario';

function gaps(
  wanted: Scenario,
  level: Level,
  efforts: Record<string, MetricCriterion['effort']> = {},
): string[] {
  const { model, input } = scenario(wanted);
  for (const child of model.children as SubItem[]) {
    for (const criterion of child.criteria) {
      criterion.effort = efforts[criterion.id];
    }
  }
  return gapsToLevel(model, evaluate(model, input), level).map(
    gap => gap.verdict.criterion.id,
  );
}

describe('gapsToLevel', () => {
  it('lists what fails or is undecided up to the level, nothing else', () => {
    const wanted: Scenario = {
      a: { 2: 'pass', 3: ['fail', 'waived', 'undecided'], 4: 'fail' },
      b: { 2: 'not-applicable', 3: 'pass', 4: 'fail' },
    };
    expect(gaps(wanted, 3)).toEqual(['a.3.0', 'a.3.2']);
    expect(gaps(wanted, 4)).toEqual(['a.3.0', 'a.4.0', 'b.4.0', 'a.3.2']);
    expect(gaps(wanted, 2)).toEqual([]);
  });

  it('puts what fails first, then the cheapest, the lower level, the id', () => {
    const wanted: Scenario = {
      b: { 2: ['fail', 'undecided'], 3: 'fail' },
      a: { 2: 'undecided', 3: ['fail', 'fail', 'fail'] },
    };
    expect(
      gaps(wanted, 3, {
        'a.2.0': 'S',
        'a.3.0': 'M',
        'a.3.1': 'S',
        'a.3.2': 'L',
        'b.2.0': 'M',
        'b.3.0': 'M',
      }),
    ).toEqual(['a.3.1', 'b.2.0', 'a.3.0', 'b.3.0', 'a.3.2', 'a.2.0', 'b.2.1']);
  });

  it('goes on to the next level that is left where the level was emptied', () => {
    const wanted: Scenario = {
      a: { 2: 'pass', 3: 'fail', 4: 'fail' },
      b: { 2: 'pass', 3: 'waived', 4: 'fail', 5: 'fail' },
    };
    expect(gaps(wanted, 3)).toEqual(['a.3.0', 'b.4.0']);
  });
});

describe('nextLevel', () => {
  it.each<[string, Scenario, Level | undefined]>([
    ['nothing decided', { a: { 2: 'undecided', 3: 'undecided' } }, 2],
    ['measured 2', { a: { 2: 'pass', 3: 'fail', 4: 'fail' } }, 3],
    ['at the top', { a: { 2: 'pass', 3: 'pass', 4: 'pass' } }, undefined],
    ['over an emptied level', { a: { 2: 'pass', 3: 'waived', 4: 'fail' } }, 4],
    [
      'from the measured level, not the proven one',
      { a: { 2: 'undecided', 3: 'pass', 4: 'fail' } },
      4,
    ],
    [
      'shown at the top, but not proven',
      { a: { 2: 'pass', 3: 'pass', 4: 'pass' }, b: { 2: 'undecided' } },
      4,
    ],
  ])('%s', (_, wanted, level) => {
    const { model, input } = scenario(wanted);
    expect(nextLevel(evaluate(model, input), model)).toBe(level);
  });

  it('stays within the levels of the model', () => {
    const { model, input } = scenario({ a: { 2: 'pass', 5: 'fail' } });
    const root = evaluate(model, input);
    expect(nextLevel(root, { ...model, maxLevel: 4 })).toBeUndefined();
  });
});
