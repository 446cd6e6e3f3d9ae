import type { Entity } from '@backstage/catalog-model';
import type { CalendarStatus } from '@devops-scorecards/plugin-maturity-common';
import { stabilityMeasurement } from '../__testUtils__/stabilityApiFixture';
import { stabilityTexts } from '../__testUtils__/stabilityTexts';
import {
  agreedAvailability,
  toErrorBudgetView,
  toSessionCalendarView,
  toTimeShareView,
} from './availabilityView';

const words = stabilityTexts();
const options = { ...words, timeZone: 'Asia/Shanghai' };

function entity(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations },
  };
}

const NAMED = entity({ 'devops-scorecards.io/session-calendar': 'exchange' });

function status(part: Partial<CalendarStatus> = {}): CalendarStatus {
  return {
    calendar: {
      id: 'exchange',
      use: 'session',
      title: { en: 'Trading hours', 'zh-CN': '交易时段' },
      weekdays: [1],
      holidays: [],
      extraDays: [],
      until: '2026-12-31',
      source: 'test',
    },
    ...part,
  };
}

describe('toSessionCalendarView', () => {
  it.each([
    [200, 'dates known until Dec 31, 2026', false],
    [
      41,
      'dates known for 41 more days only: ask the operators of this portal to renew the calendar',
      true,
    ],
    [
      1,
      'dates known for 1 more day only: ask the operators of this portal to renew the calendar',
      true,
    ],
    [
      -3,
      'dates known until Dec 31, 2026 only: holidays since then are missing; ask the operators of this portal to renew the calendar',
      true,
    ],
  ])('%d days before its end', (daysLeft, until, warns) => {
    expect(
      toSessionCalendarView(NAMED, [status({ daysLeft })], words),
    ).toMatchObject({
      title: 'Trading hours',
      until,
      warns,
      problem: undefined,
    });
  });

  it('is around the clock where none is named or known, and says so', () => {
    expect(toSessionCalendarView(entity(), [status()], words)).toMatchObject({
      title: 'Around the clock',
      warns: false,
      problem: expect.stringContaining('session-calendar'),
    });
    expect(toSessionCalendarView(NAMED, [], words).problem).toContain(
      '“exchange” is not known',
    );
  });

  it('takes no calendar of working days for service hours', () => {
    const work = status();
    work.calendar.use = 'work';
    expect(toSessionCalendarView(NAMED, [work], words).title).toBe(
      'Around the clock',
    );
  });
});

describe('toTimeShareView', () => {
  it.each([
    [1, '100%'],
    [0.9995, '99.95%'],
    [0.99987, '99.987%'],
    [0.9999997, '99.99997%'],
    [0.5, '50%'],
    [0, '0%'],
  ])('%d', (value, shown) => {
    const view = toTimeShareView(
      stabilityMeasurement('availability', { value }),
      options,
    );
    expect(view.value).toBe(shown);
    // Milliseconds of milliseconds say nothing to anybody.
    expect(view.share).toBeUndefined();
  });
});

describe('toErrorBudgetView', () => {
  it('shows clearly that more was spent than agreed', () => {
    expect(
      toErrorBudgetView(stabilityMeasurement('error-budget'), options),
    ).toMatchObject({
      state: 'overspent by 40%',
      overspent: true,
      left: 0,
      used: '20\u00a0min of 14\u00a0min used',
    });
  });

  it('counts budgets where percents are hard to read', () => {
    expect(
      toErrorBudgetView(
        stabilityMeasurement('error-budget', {
          value: -53.6,
          numerator: -536 * 60_000,
          denominator: 10 * 60_000,
        }),
        options,
      ),
    ).toMatchObject({
      state: '55 times the budget used',
      overspent: true,
      left: 0,
      used: '9.1\u00a0hr of 0.17\u00a0hr used',
    });
  });

  it('never rounds a budget that was touched up to a full one', () => {
    expect(
      toErrorBudgetView(
        stabilityMeasurement('error-budget', {
          value: 0.99999,
          numerator: 99_999,
          denominator: 100_000,
        }),
        options,
      )?.state,
    ).toBe('99.999% left');
  });

  it('shows what is left', () => {
    expect(
      toErrorBudgetView(
        stabilityMeasurement('error-budget', {
          value: 0.75,
          numerator: 45 * 60_000,
          denominator: 60 * 60_000,
        }),
        options,
      ),
    ).toMatchObject({
      state: '75% left',
      overspent: false,
      left: 0.75,
      summary: 'Error budget: 75% left, 0.25\u00a0hr of 1\u00a0hr used',
    });
  });

  it('is not there without a value', () => {
    expect(
      toErrorBudgetView(
        stabilityMeasurement('error-budget', { status: 'no-source' }),
        options,
      ),
    ).toBeUndefined();
  });
});

it('agreedAvailability is what the entity says, where that can be read', () => {
  const target = entity({
    'devops-scorecards.io/availability-target': '99.95%',
  });
  const budget = stabilityMeasurement('error-budget');
  expect(agreedAvailability(target, budget)).toBe('99.95%');
  expect(
    agreedAvailability(target, { ...budget, needs: ['availability-target'] }),
  ).toBeUndefined();
  expect(agreedAvailability(entity(), budget)).toBeUndefined();
});
