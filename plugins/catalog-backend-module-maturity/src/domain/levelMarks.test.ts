import type { EntityLevel } from '@devops-scorecards/plugin-maturity-common';
import { NO_MARKS, levelMarksOf, withLevelMarks } from './levelMarks';

const LABEL = 'devops-scorecards.io/maturity-level';
const SUMMARY = 'devops-scorecards.io/maturity-summary';
const STABILITY_LABEL = 'devops-scorecards.io/stability-level';
const STABILITY_SUMMARY = 'devops-scorecards.io/stability-summary';

const decided: EntityLevel = {
  entityRef: 'component:default/orders',
  scorecard: 'maturity',
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

const stable: EntityLevel = {
  ...decided,
  scorecard: 'stability',
  level: 2,
  model: 'csa-stability',
  version: '2025.1',
  levels: { award: 1, potential: 4, measured: 2, decided: 4, total: 10 },
};

describe('levelMarksOf', () => {
  it.each<[string, EntityLevel, string, string]>([
    [
      'a decided level',
      decided,
      'L3',
      'caict-part3@2021.1 measured=3 proven=1 possible=4 decided=3/3',
    ],
    [
      'a target with nothing decided',
      {
        ...decided,
        level: undefined,
        levels: { award: 1, potential: 5, decided: 0, total: 3 },
      },
      'none',
      'caict-part3@2021.1 measured=none proven=1 possible=5 decided=0/3',
    ],
    [
      'a target that was not assessed yet',
      { ...decided, level: undefined, levels: undefined },
      'none',
      'caict-part3@2021.1 measured=none',
    ],
  ])('marks %s', (_, level, label, summary) => {
    expect(levelMarksOf([level])).toEqual({
      labels: { [LABEL]: label },
      annotations: { [SUMMARY]: summary },
    });
  });

  it('marks both scorecards', () => {
    expect(levelMarksOf([decided, stable])).toEqual({
      labels: { [LABEL]: 'L3', [STABILITY_LABEL]: 'L2' },
      annotations: {
        [SUMMARY]: expect.stringMatching(/^caict-part3@/),
        [STABILITY_SUMMARY]:
          'csa-stability@2025.1 measured=2 proven=1 possible=4 decided=4/10',
      },
    });
  });

  it('leaves an entity that no model targets without marks', () => {
    expect(levelMarksOf([])).toEqual(NO_MARKS);
  });
});

describe('withLevelMarks', () => {
  it('adds marks beside what is there, without touching the original', () => {
    const marked = withLevelMarks(component, levelMarksOf([decided, stable]));

    expect(marked.metadata.labels).toEqual({
      team: 'a',
      [LABEL]: 'L3',
      [STABILITY_LABEL]: 'L2',
    });
    expect(marked.metadata.annotations?.[SUMMARY]).toMatch(/^caict-part3@/);
    expect(component.metadata.labels).toEqual({ team: 'a' });
  });

  it('takes off marks that the entity declares of itself', () => {
    const boasting = {
      ...component,
      metadata: {
        name: 'orders',
        labels: { [LABEL]: 'L5', [STABILITY_LABEL]: 'L5', team: 'a' },
        annotations: { [STABILITY_SUMMARY]: 'the best', note: 'b' },
      },
    };

    const { labels, annotations } = withLevelMarks(boasting, NO_MARKS).metadata;
    expect(labels).toEqual({ team: 'a' });
    expect(annotations).toEqual({ note: 'b' });
  });

  it('leaves an entity alone that has nothing to change', () => {
    expect(withLevelMarks(component, NO_MARKS)).toBe(component);
  });
});
