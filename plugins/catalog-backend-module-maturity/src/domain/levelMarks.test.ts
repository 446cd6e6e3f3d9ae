import type { EntityLevel } from '@devops-scorecards/plugin-maturity-common';
import { levelMarksOf, withLevelMarks } from './levelMarks';

const LABEL = 'devops-scorecards.io/maturity-level';
const SUMMARY = 'devops-scorecards.io/maturity-summary';

const decided: EntityLevel = {
  entityRef: 'component:default/orders',
  level: 3,
  model: 'caict-part3',
  version: '2021.1',
  levels: { award: 1, potential: 4, measured: 3, decided: 3, total: 3 },
};

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', labels: { team: 'a' } },
};

describe('levelMarksOf', () => {
  it.each([
    [
      'a decided level',
      decided,
      {
        label: 'L3',
        summary:
          'caict-part3@2021.1 measured=3 proven=1 possible=4 decided=3/3',
      },
    ],
    [
      'a target with nothing decided',
      {
        ...decided,
        level: undefined,
        levels: { award: 1, potential: 5, decided: 0, total: 3 },
      } as EntityLevel,
      {
        label: 'none',
        summary:
          'caict-part3@2021.1 measured=none proven=1 possible=5 decided=0/3',
      },
    ],
    [
      'a target that was not assessed yet',
      { ...decided, level: undefined, levels: undefined } as EntityLevel,
      { label: 'none', summary: 'caict-part3@2021.1 measured=none' },
    ],
    ['an entity that no model targets', undefined, {}],
  ])('marks %s', (_, level, marks) => {
    expect(levelMarksOf(level)).toEqual(marks);
  });
});

describe('withLevelMarks', () => {
  it('adds marks beside what is there, without touching the original', () => {
    const marked = withLevelMarks(component, levelMarksOf(decided));

    expect(marked.metadata.labels).toEqual({ team: 'a', [LABEL]: 'L3' });
    expect(marked.metadata.annotations?.[SUMMARY]).toMatch(/^caict-part3@/);
    expect(component.metadata.labels).toEqual({ team: 'a' });
  });

  it('takes off marks that the entity declares of itself', () => {
    const boasting = {
      ...component,
      metadata: { name: 'orders', labels: { [LABEL]: 'L5', team: 'a' } },
    };

    expect(withLevelMarks(boasting, {}).metadata.labels).toEqual({ team: 'a' });
  });

  it('leaves an entity alone that has nothing to change', () => {
    expect(withLevelMarks(component, {})).toBe(component);
  });
});
