import type { NodeLevels } from '@devops-scorecards/plugin-maturity-common';
import { englishTexts } from '../testing/englishTexts';
import { toLevelView } from './levelView';

const texts = englishTexts();

function levels(part: Partial<NodeLevels>): NodeLevels {
  return {
    award: 3,
    measured: 3,
    potential: 3,
    decided: 4,
    total: 4,
    ...part,
  };
}

describe('toLevelView', () => {
  it.each<[string, NodeLevels, string]>([
    [
      'everything decided',
      levels({}),
      'Level 3, Comprehensive, 4 of 4 sub-items decided',
    ],
    [
      'data missing both ways',
      levels({ award: 1, potential: 5, decided: 2 }),
      'Level 3, Comprehensive, 2 of 4 sub-items decided, proven 1, could be 5',
    ],
    [
      'only upwards',
      levels({ potential: 4, decided: 3 }),
      'Level 3, Comprehensive, 3 of 4 sub-items decided, could be 4',
    ],
    [
      'nothing decided, which is never level 1',
      levels({ award: 1, measured: undefined, potential: 5, decided: 0 }),
      'Not assessed, 0 of 4 sub-items decided',
    ],
  ])('%s', (_, input, summary) => {
    expect(toLevelView({ levels: input, texts }).summary).toBe(summary);
  });

  it('takes the words of the model', () => {
    const view = toLevelView({
      levels: levels({}),
      texts,
      titles: [{ level: 3, title: { en: 'Gold', 'zh-CN': '金' } }],
    });
    expect(view.label).toBe('Level 3, Gold');
  });
});
