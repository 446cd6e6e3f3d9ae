import { component } from '../../facts/__testUtils__/events';
import { subjectOf, subjectProblems } from './subjectOf';

const TEAM = 'devops-scorecards.io/team-size';
const OBJECTIVE = 'devops-scorecards.io/recovery-time-objective';
const TARGET = 'devops-scorecards.io/availability-target';

describe('subjectOf', () => {
  it.each([
    [TEAM, '6', { teamSize: 6 }],
    [TEAM, ' 12 ', { teamSize: 12 }],
    [OBJECTIVE, '30m', { recoveryTimeObjectiveMs: 1_800_000 }],
    [OBJECTIVE, '2h', { recoveryTimeObjectiveMs: 7_200_000 }],
    [OBJECTIVE, '1h 30m', { recoveryTimeObjectiveMs: 5_400_000 }],
    [OBJECTIVE, '1d', { recoveryTimeObjectiveMs: 86_400_000 }],
    [OBJECTIVE, '45s', { recoveryTimeObjectiveMs: 45_000 }],
    [TARGET, '99.95%', { availabilityTarget: 0.9995 }],
    [TARGET, '99.99 %', { availabilityTarget: 0.9999 }],
    [TARGET, '90%', { availabilityTarget: 0.9 }],
  ])('reads %s %s', (annotation, text, subject) => {
    const entity = component('payments', { [annotation]: text });
    expect(subjectOf(entity)).toEqual(subject);
    expect(subjectProblems(entity)).toEqual([]);
  });

  it.each([
    [TEAM, '0'],
    [TEAM, '-3'],
    [TEAM, '2.5'],
    [TEAM, 'six'],
    [TEAM, '9999999'],
    [OBJECTIVE, '30'],
    [OBJECTIVE, '0m'],
    [OBJECTIVE, '30m2h'],
    [OBJECTIVE, 'PT30M'],
    [TARGET, '100%'],
    [TARGET, '0%'],
    [TARGET, '99.95'],
    [TARGET, '140%'],
  ])('does not take %s %s and says so', (annotation, text) => {
    const entity = component('payments', { [annotation]: text });
    expect(subjectOf(entity)).toEqual({});
    expect(subjectProblems(entity)).toEqual([
      {
        annotation,
        value: text,
        message: {
          en: expect.stringContaining('write'),
          'zh-CN': expect.stringContaining('请填写'),
        },
      },
    ]);
  });

  it('is empty where nothing is said', () => {
    expect(subjectOf({})).toEqual({});
    expect(subjectOf(component('payments', { [TEAM]: ' ' }))).toEqual({});
    expect(subjectProblems({ metadata: { annotations: {} } })).toEqual([]);
  });
});
