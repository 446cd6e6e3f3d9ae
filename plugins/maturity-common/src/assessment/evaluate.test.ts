import type { Level, SubItem, SustainedCriterion } from '../models';
import { evaluate } from './evaluate';
import { subItemLevels } from './subItemLevels';
import type { Scenario } from './__testUtils__/scenario';
import { modelOf, scenario } from './__testUtils__/scenario';

function levelsOf(wanted: Scenario) {
  const { model, input } = scenario(wanted);
  return evaluate(model, input);
}

describe('evaluate', () => {
  it.each<[string, Scenario[string], object]>([
    [
      'pass, pass, undecided, undecided',
      { 2: 'pass', 3: 'pass', 4: 'undecided', 5: 'undecided' },
      { award: 3, potential: 5, measured: 3, decided: 2, total: 4 },
    ],
    [
      'undecided, pass, fail, none at level 5',
      { 2: 'undecided', 3: 'pass', 4: 'fail' },
      { award: 1, potential: 3, measured: 3, decided: 2, total: 3 },
    ],
    [
      'pass, waived, pass, undecided',
      { 2: 'pass', 3: 'waived', 4: 'pass', 5: 'undecided' },
      { award: 4, potential: 5, measured: 4, decided: 2, total: 3 },
    ],
    [
      'all undecided',
      { 2: 'undecided', 3: 'undecided', 4: 'undecided' },
      { award: 1, potential: 4, measured: undefined, decided: 0, total: 3 },
    ],
    [
      'fail, pass, pass',
      { 2: 'fail', 3: 'pass', 4: 'pass' },
      { award: 1, potential: 1, measured: 1, decided: 3, total: 3 },
    ],
    [
      'pass, pass, waived: the emptied level is not earned',
      { 2: 'pass', 3: 'pass', 4: 'waived' },
      { award: 3, potential: 3, measured: 3, decided: 2, total: 2 },
    ],
    [
      'pass, not applicable, undecided: the emptied level does not block',
      { 2: 'pass', 3: 'not-applicable', 4: 'undecided' },
      { award: 2, potential: 4, measured: 2, decided: 1, total: 2 },
    ],
    [
      'a failing level 1 holds everything down',
      { 1: 'fail', 2: 'pass', 3: 'pass' },
      { award: 1, potential: 1, measured: 1, decided: 3, total: 3 },
    ],
    [
      'one of two criteria of a level fails',
      { 2: 'pass', 3: ['pass', 'fail'], 4: 'pass' },
      { award: 2, potential: 2, measured: 2, decided: 4, total: 4 },
    ],
    [
      'one of two criteria of a level undecided',
      { 2: 'pass', 3: ['pass', 'undecided'], 4: 'undecided' },
      { award: 2, potential: 4, measured: 3, decided: 2, total: 4 },
    ],
  ])('reads the levels of a sub-item: %s', (_, wanted, levels) => {
    const root = levelsOf({ item: wanted });
    expect(root.children![0].levels).toEqual(levels);
    expect(root.children![0].applicable).toBe(true);
  });

  it.each<[string, Scenario[string], boolean]>([
    ['some of the next level met', { 2: 'pass', 3: ['pass', 'fail'] }, true],
    [
      'some of the next level undecided',
      { 2: 'pass', 3: ['pass', 'undecided'] },
      true,
    ],
    ['none of the next level met', { 2: 'pass', 3: ['fail', 'fail'] }, false],
    ['all met', { 2: 'pass', 3: ['pass', 'pass'] }, false],
    ['the next but one met', { 2: 'pass', 3: 'fail', 4: 'pass' }, false],
    ['from level 1', { 2: ['pass', 'fail'], 3: 'pass' }, true],
    ['level 1 itself not reached', { 1: 'fail', 2: ['pass', 'fail'] }, false],
    [
      'the next level emptied',
      { 2: 'pass', 3: 'waived', 4: ['pass', 'fail'] },
      false,
    ],
  ])('marks "N-" on the award: %s', (_, wanted, partlyNext) => {
    const root = levelsOf({ item: wanted });
    expect(root.children![0].partlyNext).toBe(partlyNext);
    expect(root.partlyNext).toBe(false);
  });

  it('takes the minimum of the children', () => {
    const root = levelsOf({
      a: { 2: 'pass', 3: 'pass', 4: 'undecided' },
      b: { 2: 'pass', 3: 'pass', 4: 'pass' },
    });
    expect(root.levels).toEqual({
      award: 3,
      potential: 4,
      measured: 3,
      decided: 2,
      total: 2,
    });
  });

  it('lets a child with nothing decided hold the award, not the measured level', () => {
    const root = levelsOf({
      a: { 2: 'pass', 3: 'pass', 4: 'undecided' },
      b: { 2: 'undecided', 3: 'undecided', 4: 'undecided' },
    });
    expect(root.levels).toEqual({
      award: 1,
      potential: 4,
      measured: 3,
      decided: 1,
      total: 2,
    });
  });

  it('leaves a child without criteria out of minimum and count', () => {
    const root = levelsOf({
      a: { 2: 'pass', 3: 'pass', 4: 'pass' },
      b: { 2: 'not-applicable', 3: 'waived', 4: 'waived' },
    });
    expect(root.levels).toEqual({
      award: 4,
      potential: 4,
      measured: 4,
      decided: 1,
      total: 1,
    });
    expect(root.children![1].applicable).toBe(false);
    expect(root.waived).toBe(2);
  });

  it('is not applicable when every child left', () => {
    const root = levelsOf({
      a: { 2: 'waived', 3: 'not-applicable' },
      b: { 2: 'not-applicable' },
    });
    expect(root.applicable).toBe(false);
    expect(root.levels).toEqual({
      award: 1,
      potential: 1,
      measured: undefined,
      decided: 0,
      total: 0,
    });
  });

  it('counts sub-items, not groups, above the sub-items', () => {
    const { model, input } = scenario({
      a: { 2: 'pass' },
      b: { 2: 'undecided' },
      c: { 2: 'pass', 3: 'pass' },
    });
    const [a, b, c] = model.children;
    const { title } = model;
    const root = evaluate(
      {
        ...model,
        children: [{ id: 'ab', title, children: [a, b] }, c],
      },
      input,
    );
    expect(root.children![0].levels).toMatchObject({ decided: 1, total: 2 });
    expect(root.levels).toEqual({
      award: 1,
      potential: 2,
      measured: 2,
      decided: 2,
      total: 3,
    });
  });

  describe('criteria on earlier levels', () => {
    const sustained: SustainedCriterion = {
      kind: 'sustained',
      id: 'sustained',
      level: 5,
      title: { en: 'text', 'zh-CN': '文字' },
      provenance: { kind: 'inferred', source: 'test' },
      atLeast: 4,
      daysAgo: [0, 90, 180, 270],
    };

    function outcomeOf(
      wanted: Scenario[string],
      earlier: Record<number, Level | undefined>,
    ) {
      const { model, input } = scenario({ item: wanted });
      const [item] = model.children;
      const root = evaluate(
        modelOf([
          {
            ...item,
            criteria: [sustained, ...(item as any).criteria],
          },
        ]),
        { ...input, earlier: (_, daysAgo) => earlier[daysAgo] },
      );
      const [verdict] = root.children![0].criteria!;
      expect(verdict.criterion).toBe(sustained);
      return { result: verdict.result, levels: root.children![0].levels };
    }

    const four = { 2: 'pass', 3: 'pass', 4: 'pass' } as const;

    it.each<[string, Scenario[string], Record<number, Level | undefined>, any]>(
      [
        ['held', four, { 90: 4, 180: 4, 270: 5 }, { outcome: 'pass' }],
        [
          'not connected then',
          four,
          { 90: 4, 180: 4 },
          { outcome: 'undecided', reason: 'history-missing' },
        ],
        ['too low then', four, { 90: 4, 180: 3, 270: 4 }, { outcome: 'fail' }],
        [
          'too low now for good',
          { ...four, 4: 'fail' },
          { 90: 4, 180: 4, 270: 4 },
          { outcome: 'fail' },
        ],
        [
          'too low now because a criterion below is undecided',
          { ...four, 4: 'undecided' },
          { 90: 4, 180: 4, 270: 4 },
          { outcome: 'undecided', reason: 'history-missing' },
        ],
        [
          'too low now because level 4 was emptied',
          { ...four, 4: 'waived' },
          { 90: 4, 180: 4, 270: 4 },
          { outcome: 'undecided', reason: 'history-missing' },
        ],
        [
          'nothing decided now',
          { 2: 'undecided', 3: 'undecided', 4: 'undecided' },
          { 90: 4, 180: 4, 270: 4 },
          { outcome: 'undecided', reason: 'history-missing' },
        ],
        [
          'level 5 itself does not count for now',
          { 2: 'pass', 3: 'pass', 4: 'undecided', 5: 'pass' },
          { 90: 4, 180: 4, 270: 4 },
          { outcome: 'undecided', reason: 'history-missing' },
        ],
      ],
    )('%s', (_, wanted, earlier, result) => {
      expect(outcomeOf(wanted, earlier).result).toEqual(result);
    });

    it('makes level 5 with everything else', () => {
      expect(
        outcomeOf({ ...four, 5: 'pass' }, { 90: 4, 180: 4, 270: 4 }).levels,
      ).toEqual({ award: 5, potential: 5, measured: 5, decided: 5, total: 5 });
    });
  });

  it('changes neither model nor input', () => {
    const { model, input } = scenario({ a: { 2: 'pass', 3: 'waived' } });
    const before = JSON.stringify([model, input]);
    evaluate(model, input);
    expect(JSON.stringify([model, input])).toBe(before);
  });
});

describe('a sub-item with must-have criteria', () => {
  function levelsWith(wanted: Scenario, ...mustHave: string[]) {
    const { model, input } = scenario(wanted);
    for (const item of model.children) {
      for (const criterion of (item as SubItem).criteria) {
        if (mustHave.includes(criterion.id)) {
          criterion.mustHave = true;
        }
      }
    }
    return evaluate(model, input);
  }

  it.each<[string, Scenario[string], object]>([
    [
      'shows no level while none of them is decided',
      { 2: ['undecided', 'pass'], 3: 'pass' },
      { award: 1, potential: 3, measured: undefined, decided: 2, total: 3 },
    ],
    [
      'shows no level when they do not apply',
      { 2: ['not-applicable', 'pass'], 3: 'pass' },
      { award: 3, potential: 3, measured: undefined, decided: 2, total: 2 },
    ],
    [
      'shows the level of all criteria once one passes',
      { 2: ['pass', 'undecided'], 3: 'pass' },
      { award: 1, potential: 3, measured: 3, decided: 2, total: 3 },
    ],
    [
      'shows level 1 when one fails',
      { 2: ['fail', 'pass'], 3: 'pass' },
      { award: 1, potential: 1, measured: 1, decided: 3, total: 3 },
    ],
    [
      'keeps its level when the failing one is waived',
      { 2: ['waived', 'pass'], 3: 'pass' },
      { award: 3, potential: 3, measured: 3, decided: 2, total: 2 },
    ],
  ])('%s', (_, wanted, expected) => {
    const root = levelsWith({ a: wanted }, 'a.2.0');
    expect(root.children![0].levels).toEqual(expected);
    const { measured } = root.children![0].levels;
    expect(root.levels.decided).toBe(measured === undefined ? 0 : 1);
    expect(root.levels.measured).toBe(measured);
    expect(subItemLevels(root).get('a')).toBe(measured);
  });

  it('leaves the minimum of its parent to the others', () => {
    const root = levelsWith(
      { a: { 2: 'pass', 3: 'pass' }, b: { 2: ['undecided', 'fail'] } },
      'b.2.0',
    );
    expect(root.levels).toEqual({
      award: 1,
      potential: 1,
      measured: 3,
      decided: 1,
      total: 2,
    });
  });
});
