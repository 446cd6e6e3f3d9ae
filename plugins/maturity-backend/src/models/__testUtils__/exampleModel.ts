import type {
  Model,
  ModelTarget,
  ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';

const title = { en: 'text', 'zh-CN': '文字' };

/** A small model; contents differ by version. */
export function exampleModel(options: {
  id?: string;
  scorecard?: ScorecardKind;
  companion?: boolean;
  version?: string;
  effectiveFrom?: string;
  target?: ModelTarget;
}): Model {
  return {
    id: 'example',
    scorecard: 'maturity',
    version: '1',
    effectiveFrom: '2026-01-01',
    title,
    description: title,
    attribution: title,
    levels: [1, 2].map(level => ({ level: level as 1 | 2, title })),
    maxLevel: 2,
    children: [
      {
        id: 'group',
        title,
        children: [
          {
            id: 'item',
            title,
            criteria: [
              {
                kind: 'catalog',
                id: 'owner',
                level: 2,
                title,
                provenance: { kind: 'inferred', source: 'test' },
                path: 'spec.owner',
              },
            ],
          },
        ],
      },
    ],
    ...options,
  };
}
