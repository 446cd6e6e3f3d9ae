import type {
  DeploymentFields,
  Fact,
} from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, at, deployment, input } from '../../__testUtils__/facts';
import { releasableTwiceWeeks } from './releasableTwiceWeeks';
import { releasableWeeks } from './releasableWeeks';

/*
 * As-of is Friday 20 November 2026, so the four weeks begin on the Saturdays
 * 24 and 31 October, 7 and 14 November.
 */

function staging(key: string, local: string, fields: DeploymentFields = {}) {
  return deployment(key, { tier: 'staging', finishedAt: at(local), ...fields });
}

const production = deployment('p', { finishedAt: at('2026-09-01T10:00:00') });

function weeks(facts: Fact[]) {
  return releasableWeeks.measure(input({ facts })).value;
}

function twice(facts: Fact[]) {
  return releasableTwiceWeeks.measure(input({ facts })).value;
}

describe('releasableWeeks', () => {
  it('is the worked example of its page', () => {
    const facts = [
      production,
      staging('1', '2026-10-26T10:00:00'),
      staging('2', '2026-11-03T10:00:00'),
      staging('3', '2026-11-04T10:00:00'),
      staging('saturday', '2026-11-07T10:00:00'),
      staging('4', '2026-11-20T10:00:00'),
    ];
    expect(releasableWeeks.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 3,
      n: 3,
      evidence: [{ key: '4' }, { key: '2' }, { key: '1' }],
    });
  });

  it.each([
    ['the very beginning', '2026-10-26T00:00:00', 1],
    ['a Sunday', '2026-10-25T10:00:00', 0],
    ['a Friday before the four weeks', '2026-10-23T23:59:59', 0],
  ])('with a run on %s', (_, local, value) => {
    expect(weeks([production, staging('1', local)])).toBe(value);
  });

  it('goes by the work calendar', () => {
    const { calendars } = input();
    const work = {
      ...calendars.work,
      holidays: ['2026-10-26'],
      extraDays: ['2026-10-31'],
    };
    const facts = [
      production,
      staging('1', '2026-10-26T10:00:00'),
      staging('2', '2026-10-31T10:00:00'),
    ];
    expect(
      releasableWeeks
        .measure(input({ facts, calendars: { ...calendars, work } }))
        .evidence.map(({ key }) => key),
    ).toEqual(['2']);
  });

  describe('around a holiday from 7 to 13 November', () => {
    const { calendars } = input();
    const holidays = [9, 10, 11, 12, 13].map(
      day => `2026-11-${String(day).padStart(2, '0')}`,
    );
    const work = { ...calendars.work, holidays };
    const around = (facts: Fact[]) =>
      releasableWeeks.measure(
        input({ facts, calendars: { ...calendars, work } }),
      );
    const runs = [
      production,
      staging('of 14 November', '2026-11-18T10:00:00'),
      staging('of the holiday', '2026-11-11T10:00:00'),
      staging('of 31 October', '2026-11-03T10:00:00'),
      staging('of 24 October', '2026-10-26T10:00:00'),
    ];

    it('looks at an earlier week instead', () => {
      const earlier = staging('of 17 October', '2026-10-19T10:00:00');
      expect(around([...runs, earlier])).toMatchObject({
        value: 4,
        evidence: [
          { key: 'of 14 November' },
          { key: 'of 31 October' },
          { key: 'of 24 October' },
          { key: 'of 17 October' },
        ],
      });
      expect(around(runs).value).toBe(3);
    });

    it('waits for the end of a day that is the only one of its week', () => {
      const onlyToday = {
        ...calendars.work,
        holidays: [16, 17, 18, 19].map(day => `2026-11-${day}`),
      };
      const value = (facts: Fact[]) =>
        releasableWeeks.measure(
          input({ facts, calendars: { ...calendars, work: onlyToday } }),
        ).value;
      const before = ['10-19', '10-26', '11-03', '11-10'].map(day =>
        staging(day, `2026-${day}T10:00:00`),
      );
      expect(value([production, ...before])).toBe(4);
      const today = staging('today', '2026-11-20T10:00:00');
      expect(value([production, ...before, today])).toBe(4);
      expect(value([production, ...before.slice(1), today])).toBe(4);
      expect(value([production, ...before.slice(1)])).toBe(3);
    });

    it('does not take a run of the week before that', () => {
      const before = staging('of 10 October', '2026-10-16T23:59:59');
      expect(around([...runs, before]).value).toBe(3);
    });
  });

  it('counts nothing where nobody ever works', () => {
    const { calendars } = input();
    const work = { ...calendars.work, weekdays: [] };
    expect(
      releasableWeeks.measure(
        input({
          facts: [production, staging('1', '2026-11-18T10:00:00')],
          calendars: { ...calendars, work },
        }),
      ),
    ).toMatchObject({ status: 'ok', value: 0 });
  });

  it.each<[string, DeploymentFields, number]>([
    ['of the same pipeline', { pipeline: 'release' }, 1],
    ['of another pipeline', { pipeline: 'nightly' }, 0],
    ['that names no pipeline', {}, 1],
    ['by hand', { execution: 'manual' }, 0],
    ['by nobody knows whom', { execution: undefined }, 0],
    ['that links to its run', { execution: undefined, run: '1' }, 1],
    ['that failed', { outcome: 'failure' }, 0],
    ['in testing', { tier: 'testing' }, 0],
    ['that is a rollback', { purpose: 'rollback' }, 0],
    ['that as-of has not seen', { finishedAt: AS_OF }, 0],
    ['of an unknown artifact', { artifact: undefined }, 1],
  ])('with a run %s', (_, fields, value) => {
    const named = { ...production.fields, pipeline: 'release' };
    expect(
      weeks([
        deployment('p', named),
        staging('1', '2026-11-18T10:00:00', fields),
      ]),
    ).toBe(value);
  });

  it.each<[string, DeploymentFields, number]>([
    ['in the thirteen weeks', { finishedAt: at('2026-08-22T00:00:00') }, 1],
    ['before them', { finishedAt: at('2026-08-21T23:59:59') }, 0],
    ['by hand', { execution: 'manual' }, 0],
    ['with a failure', { outcome: 'failure' }, 0],
    ['of an unnamed pipeline', { pipeline: undefined }, 1],
  ])('where the pipeline reached production %s', (_, fields, value) => {
    expect(
      weeks([
        deployment('p', {
          ...production.fields,
          pipeline: 'release',
          ...fields,
        }),
        staging('1', '2026-11-18T10:00:00', { pipeline: 'release' }),
      ]),
    ).toBe(value);
  });

  it('takes production deployments themselves', () => {
    expect(
      weeks([deployment('p', { finishedAt: at('2026-11-18T10:00:00') })]),
    ).toBe(1);
  });
});

describe('releasableTwiceWeeks', () => {
  it('is the worked example of its page', () => {
    const facts = [
      production,
      staging('1a', '2026-10-26T09:00:00', { artifact: 'a' }),
      staging('1b', '2026-10-26T15:00:00', { artifact: 'b' }),
      staging('2a', '2026-11-03T10:00:00', { artifact: 'c' }),
      staging('2b', '2026-11-04T10:00:00', { artifact: 'd' }),
      staging('3a', '2026-11-18T09:00:00', { artifact: 'e' }),
      deployment('3b', {
        finishedAt: at('2026-11-18T10:00:00'),
        artifact: 'e',
      }),
      staging('3c', '2026-11-18T11:00:00', { artifact: 'f' }),
    ];
    expect(releasableTwiceWeeks.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 2,
      evidence: [{ key: '3c' }, { key: '1b' }],
    });
  });

  it.each<[string, DeploymentFields, DeploymentFields, number]>([
    ['two of unknown artifacts', {}, {}, 1],
    ['two runs', { run: '1' }, { run: '2' }, 1],
    ['one run into two environments', { run: '1' }, { run: '1' }, 0],
    ['one artifact twice', { artifact: 'a' }, { artifact: 'a' }, 0],
  ])('with %s on a day', (_, a, b, value) => {
    expect(
      twice([
        production,
        staging('1', '2026-11-18T09:00:00', a),
        staging('2', '2026-11-18T15:00:00', b),
      ]),
    ).toBe(value);
  });

  it('takes two around midnight for two days, and any day of the week', () => {
    const at2359 = staging('1', '2026-11-14T23:59:59');
    expect(
      twice([production, at2359, staging('2', '2026-11-15T00:00:00')]),
    ).toBe(0);
    expect(
      twice([production, at2359, staging('2', '2026-11-14T00:00:00')]),
    ).toBe(1);
  });
});
