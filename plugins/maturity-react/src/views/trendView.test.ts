import { DateTime } from 'luxon';
import type { LevelPoint } from '@devops-scorecards/plugin-maturity-common';
import { englishTexts } from '../testing/englishTexts';
import {
  measurementFixture,
  scorecardFixture,
} from '../fixtures/scorecardFixture';
import {
  metricTargets,
  reachesBack,
  toLevelTrendView,
  toMetricTrendView,
} from './trendView';

const options = { texts: englishTexts(), timeZone: 'Asia/Shanghai' };
const window = { from: 0, to: 4 * 86_400_000 };
const levels = {
  award: 2,
  measured: 2,
  potential: 4,
  decided: 1,
  total: 2,
} as const;

describe('toLevelTrendView', () => {
  it('tells the steps in one sentence and draws no level for no decision', () => {
    const view = toLevelTrendView(
      {
        knowledge: 'then',
        points: [
          { at: 0, levels: { ...levels, measured: undefined, decided: 0 } },
          { at: 86_400_000, levels },
          { at: 2 * 86_400_000, levels },
          { at: 3 * 86_400_000, levels: { ...levels, measured: 3 } },
        ],
      },
      { ...options, window },
    );
    expect(view.since).toBeUndefined();
    expect(view.points[0].measured).toBeUndefined();
    expect(view.summary).toBe(
      'Level from Jan 1, 1970 to Jan 4, 1970: not assessed → 2 → 3',
    );
  });

  it('says so where there is nothing to draw', () => {
    expect(
      toLevelTrendView({ knowledge: 'now', points: [] }, { ...options, window })
        .summary,
    ).toBe('No point to draw yet.');
  });
});

it('says since when something is known', () => {
  const view = toLevelTrendView(
    { knowledge: 'then', points: [{ at: 5 * 86_400_000, levels }] },
    { ...options, window },
  );
  expect(view.since).toBe('Jan 6, 1970');
  expect(view.window.to).toBe(5 * 86_400_000);
});

describe('the parts of a level trend', () => {
  const view = (...parts: Partial<LevelPoint['levels']>[]) =>
    toLevelTrendView(
      {
        knowledge: 'now',
        points: parts.map((part, at) => ({
          at,
          levels: { ...levels, ...part },
        })),
      },
      { ...options, window },
    );

  it.each([
    [{ award: 2, measured: 2, potential: 2 }, [true, false, false]],
    [{ award: 1, measured: 2, potential: 2 }, [true, true, false]],
    [{ award: 2, measured: 2, potential: 3 }, [true, false, true]],
    [{ award: 1, measured: undefined, decided: 0 }, [false, false, true]],
  ] as const)('of %j', (part, expected) => {
    const { hasMeasured, hasUnproven, hasPossible } = view(part);
    expect([hasMeasured, hasUnproven, hasPossible]).toEqual(expected);
  });

  it('labels every second week at local midnight, also across a change of clocks', () => {
    const zone = 'Europe/Berlin';
    const from = DateTime.fromISO('2026-10-20', { zone }).toMillis();
    const { ticks } = toLevelTrendView(
      { knowledge: 'now', points: [] },
      {
        ...{ texts: options.texts, timeZone: zone },
        window: { from, to: from + 30 * 86_400_000 },
      },
    );
    expect(
      ticks.map(at => DateTime.fromMillis(at, { zone }).toFormat('MM-dd HH')),
    ).toEqual(['10-20 00', '11-03 00', '11-17 00']);
  });
});

describe('reachesBack', () => {
  const ninety = { from: 0, to: 90 * 86_400_000 };
  it.each([
    [[], false],
    [[84], false],
    [[83], true],
    [[0, 89], true],
  ])('of points on days %j is %s', (days, expected) => {
    const points = days.map(day => ({ at: day * 86_400_000, levels }));
    expect(reachesBack({ knowledge: 'then', points }, ninety)).toBe(expected);
  });
});

describe('metricTargets', () => {
  it('takes the lowest level that is not met yet', () => {
    const targets = metricTargets(scorecardFixture());
    expect(targets.get('automated-release-rate')?.criterion.id).toBe(
      'DM.automated-3',
    );
    expect(targets.get('red-build-fix-time')?.level).toBe(3);
  });
});

describe('toMetricTrendView', () => {
  it('leaves a gap where nothing was measured, never a zero', () => {
    const view = toMetricTrendView(
      {
        metric: 'automated-release-rate',
        bucket: 'week',
        points: [
          measurementFixture(),
          measurementFixture({ status: 'none', value: undefined, n: 0 }),
        ],
      },
      {
        ...options,
        target: metricTargets(scorecardFixture()).get('automated-release-rate'),
      },
    );
    expect(view.points[1].value).toBeUndefined();
    expect(view.points[1].status).toBe('nothing happened');
    expect(view.form).toBe('line');
    expect(view.threshold?.label).toBe('Threshold of level 3: ≥ 95%');
    expect(view.summary).toBe(
      'automated-release-rate, weekly. Latest value 94.7%.',
    );
  });

  it('tells apart the weeks that have too few to judge', () => {
    const view = toMetricTrendView(
      {
        metric: 'automated-release-rate',
        bucket: 'week',
        points: [
          measurementFixture(),
          measurementFixture({
            ...{ status: 'insufficient', value: 0, numerator: 0 },
            ...{ n: 1, denominator: 1 },
          }),
          measurementFixture({
            ...{ status: 'insufficient', value: undefined, n: 0 },
          }),
        ],
      },
      options,
    );
    expect(view.points.map(point => point.tooFew)).toEqual([
      false,
      true,
      false,
    ]);
    expect(view.hasTooFew).toBe(true);
    expect(view.points[1].status).toBe('too few (1 of 10)');
    expect(view.summary).toBe(
      'automated-release-rate, weekly. Latest value 0%, from too few to judge.',
    );
  });

  it('draws rates as bars', () => {
    const view = toMetricTrendView(
      {
        metric: 'deployment-frequency',
        bucket: 'week',
        points: [measurementFixture({ unit: 'per-day', value: 0.5 })],
      },
      options,
    );
    expect(view.form).toBe('bars');
    expect(view.tick(0.5, 1)).toBe('0.5');
    expect(view.axisUnit).toBe('per day');
  });
});
