import type { ScorecardNode } from '@devops-scorecards/plugin-maturity-common';
import { englishTexts } from '../testing/englishTexts';
import {
  measurementFixture,
  scorecardFixture,
} from '../fixtures/scorecardFixture';
import {
  criteriaOf,
  scorecardFingerprint,
  toScorecardView,
} from './scorecardView';

const texts = englishTexts();

describe('toScorecardView', () => {
  const view = toScorecardView(scorecardFixture(), texts);

  it('says what stands in the way, with the step that would do it', () => {
    expect(view.aim).toEqual({ kind: 'reach', level: 3 });
    expect(view.gaps[0].subItem).toBe('Deployment mode');
    expect(view.gaps[0].hint).toBe('1 more that meets it would be enough');
    expect(view.gaps[0].criterion.measurement?.value).toBe('94.7%');
    expect(view.gaps[0].criterion.threshold).toEqual({
      sign: '≥ 95%',
      words: 'at least 95%',
    });
    expect(view.gaps[0].criterion.measurement?.sample).toBe('n = 19');
  });

  it('says which source is missing', () => {
    expect(view.gaps[1].criterion.reason).toBe(
      'No source of pipeline runs is connected for this service.',
    );
    expect(view.gaps[1].criterion.measurement?.value).toBeUndefined();
  });

  it('cuts days in the zone of the scorecard', () => {
    expect(view.window).toBe(
      'Window Aug 23, 2026 to Nov 20, 2026, Asia/Shanghai',
    );
  });

  it('names standing and models', () => {
    expect(view.standing).toBe('also 90 days ago');
    expect(view.models.map(model => [model.id, model.current])).toEqual([
      ['caict-part3', true],
      ['starter', false],
    ]);
  });

  it.each([
    // Measured, its next level, what the gaps are to.
    [{ measured: 3 }, 4, { kind: 'reach', level: 4 }],
    [{ measured: 4 }, 4, { kind: 'prove', level: 4 }],
    [{ measured: undefined, decided: 0 }, 2, { kind: 'connect', level: 2 }],
    [{ measured: 3, decided: 0 }, 2, { kind: 'connect', level: 2 }],
    [{ measured: 4, award: 4 }, undefined, undefined],
  ] as const)('of %j with next level %s aims at %j', (levels, next, aim) => {
    const { root } = scorecardFixture();
    const scorecard = scorecardFixture({
      nextLevel: next,
      root: { ...root, levels: { ...root.levels, award: 1, ...levels } },
    });
    expect(toScorecardView(scorecard, texts).aim).toEqual(aim);
  });

  it('has no standing where nothing is assessed', () => {
    const { root } = scorecardFixture();
    const unassessed = toScorecardView(
      scorecardFixture({
        root: {
          ...root,
          levels: { award: 1, potential: 5, decided: 0, total: 2 },
        },
      }),
      texts,
    );
    expect(unassessed.standing).toBeUndefined();
    expect(unassessed.level.label).toBe('Not assessed');
  });

  it('knows when nothing is connected at all', () => {
    expect(view.unconnected).toBe(false);
    expect(
      toScorecardView(
        scorecardFixture({ root: unconnected(scorecardFixture().root) }),
        texts,
      ).unconnected,
    ).toBe(true);
  });

  it('takes what the catalog says for no connection', () => {
    const root = unconnected(scorecardFixture().root);
    const [card] = criteriaOf(root);
    card.criterion = {
      id: 'owner-2',
      level: 2,
      kind: 'catalog',
      path: 'spec.owner',
      title: { en: 'It has an owner', 'zh-CN': '有负责人' },
      provenance: { kind: 'inferred', source: 'Part 3' },
    };
    card.result = { outcome: 'pass' };
    const asked = toScorecardView(scorecardFixture({ root }), texts);
    expect(asked.unconnected).toBe(true);
  });
});

function unconnected(node: ScorecardNode): ScorecardNode {
  return {
    ...node,
    children: node.children?.map(unconnected),
    criteria: node.criteria?.map(card => ({
      ...card,
      result: { outcome: 'undecided', reason: 'no-source' },
    })),
  };
}

describe('scorecardFingerprint', () => {
  it('stays while only time passes', () => {
    const before = scorecardFixture();
    const after = scorecardFixture({
      asOf: before.asOf + 15_000,
      knownAt: 900,
    });
    expect(scorecardFingerprint(after)).toBe(scorecardFingerprint(before));
  });

  it('changes with a value', () => {
    const before = scorecardFixture();
    const after = scorecardFixture();
    const card = after.root.children?.[0].children?.[0].criteria?.[0];
    if (card) {
      card.measurement = measurementFixture({ value: 0.95, n: 20 });
    }
    expect(scorecardFingerprint(after)).not.toBe(scorecardFingerprint(before));
  });
});
