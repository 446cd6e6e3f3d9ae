import {
  AROUND_THE_CLOCK,
  daysBefore,
  nextMidnight,
  scorecardWindow,
  WEEKDAYS,
  type Calendar,
  type EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import {
  change,
  deployment,
  HOUR,
  input,
  MINUTE,
} from '../__testUtils__/facts';
import { alert, incident } from '../__testUtils__/incidents';
import { integrationsPerDay } from './build/integrationsPerDay';
import { alertsPerDay } from './incidents/alertsPerDay';
import { availability } from './incidents/availability';
import { errorBudget } from './incidents/errorBudget';
import { pagesPerShift } from './incidents/pagesPerShift';
import { reportableOutageDays } from './incidents/reportableOutageDays';
import { reviewedInTimeRate } from './incidents/reviewedInTimeRate';
import { deploymentDays } from './release/deploymentDays';
import { deploymentFrequency } from './release/deploymentFrequency';
import { measureSeries } from './series';

describe.each([
  // Clocks go forward, and back: the Sunday, its hours, the hour that is
  // skipped or comes twice, in local time.
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
])('in %s on %s, a day of %d hours', (timeZone, sunday, hours) => {
  /** An instant of the day before, of the day, or of the day after it. */
  function at(time: string, days = 0): EpochMs {
    return DateTime.fromISO(`${sunday}T${time}`, { zone: timeZone })
      .plus({ days })
      .toMillis();
  }

  const midnight = at('00:00');
  const day = { from: midnight, to: nextMidnight(midnight, timeZone) };
  /** Saturday to Monday, looked at when they are over. */
  const window = { from: at('00:00', -1), to: at('00:00', 2) };
  const asked = { window, timeZone, asOf: window.to };

  function session(...spans: [string, string][]): Calendar {
    return {
      ...AROUND_THE_CLOCK,
      hours: spans.map(([from, to]) => ({ from, to })),
    };
  }

  it('has that many hours', () => {
    expect(day.to - day.from).toBe(hours * HOUR);
  });

  it('counts as one day of a rate, and as no working day', () => {
    const facts = [
      deployment('1', { finishedAt: at('00:30') }),
      deployment('2', { finishedAt: at('23:30') }),
      deployment('3', { finishedAt: at('00:30', 1) }),
      change('1', { mergedAt: at('12:00') }),
    ];
    expect(
      deploymentFrequency.measure(input({ ...asked, facts })),
    ).toMatchObject({ value: 1, numerator: 3, denominator: 3 });
    expect(
      integrationsPerDay.measure(input({ ...asked, facts })),
    ).toMatchObject({ numerator: 1, denominator: 1 });
    expect(deploymentDays.measure(input({ ...asked, facts }))).toMatchObject({
      value: 2,
    });
  });

  it('is one point of a series, with everything of its last hour', () => {
    const { points } = measureSeries({
      ...input({
        ...asked,
        facts: [
          deployment('1', { finishedAt: day.from }),
          deployment('2', { finishedAt: day.to - 1 }),
          deployment('3', { finishedAt: day.to }),
        ],
      }),
      metric: deploymentFrequency,
      bucket: 'day',
    });
    expect(points.map(({ value }) => value)).toEqual([0, 2, 1]);
  });

  it('leaves a scorecard its 90 days', () => {
    const asOf = at('13:30', 20);
    const scorecard = scorecardWindow(asOf, timeZone);
    expect(
      deploymentFrequency.measure(input({ timeZone, asOf, window: scorecard }))
        .denominator,
    ).toBe(90);
    expect(scorecard.from).toBe(daysBefore(at('00:00', 20), 89, timeZone));
  });

  it('has its own share of the service time', () => {
    // Half an hour of outage in a day of 23 or 25 hours.
    const facts = [
      incident('1', {
        startedAt: at('12:00'),
        restoredAt: at('12:00') + 30 * MINUTE,
      }),
    ];
    const own = { facts, window: day, timeZone, asOf: day.to };
    expect(availability.measure(input(own))).toMatchObject({
      numerator: hours * HOUR - 30 * MINUTE,
      denominator: hours * HOUR,
    });
    // 99 % leave 13.8 or 15 minutes, so the budget is overdrawn.
    const budget = errorBudget.measure(
      input({ ...own, subject: { availabilityTarget: 0.99 } }),
    );
    expect(budget.denominator).toBe(Math.round(0.01 * hours * HOUR));
    expect(budget.value).toBeLessThan(0);
  });

  it('has session hours by the clock, whole away from the change', () => {
    const calendars = {
      work: WEEKDAYS,
      session: session(['09:30', '11:30'], ['13:00', '15:00']),
    };
    expect(
      availability.measure(
        input({ window: day, timeZone, asOf: day.to, calendars }),
      ).denominator,
    ).toBe(4 * HOUR);
  });

  it('has an hour less or more of session hours across the change', () => {
    const calendars = { work: WEEKDAYS, session: session(['00:00', '06:00']) };
    expect(
      availability.measure(
        input({ window: day, timeZone, asOf: day.to, calendars }),
      ).denominator,
    ).toBe((6 + hours - 24) * HOUR);
  });

  it('adds outages up over the day as it is', () => {
    // Three minutes in its first hour and two in its last.
    const facts = [
      incident('1', {
        startedAt: day.from,
        restoredAt: day.from + 3 * MINUTE,
      }),
      incident('2', { startedAt: day.to - 2 * MINUTE, restoredAt: day.to }),
    ];
    expect(reportableOutageDays.measure(input({ ...asked, facts })).value).toBe(
      1,
    );
  });

  it('has three shifts and one load of alerts', () => {
    const facts = [
      alert('1', { startedAt: day.from }),
      alert('2', { startedAt: at('07:59') }),
      alert('3', { startedAt: at('08:00') }),
      alert('4', { startedAt: day.to - 1 }),
    ];
    expect(
      alertsPerDay.measure(input({ ...asked, facts })).distribution,
    ).toMatchObject({ max: 4, mean: 4 / 3 });
    expect(
      pagesPerShift.measure(input({ ...asked, facts })).distribution,
    ).toMatchObject({ max: 2, mean: 4 / 9 });
  });

  it('lets a term of working days end at a midnight of the clock', () => {
    // Restored on Friday noon: the fifth working day is the Friday after.
    const restoredAt = at('12:00', -2);
    const due = at('00:00', 6);
    const reviewed = (reviewedAt: EpochMs) =>
      reviewedInTimeRate.measure(
        input({
          facts: [
            incident('1', {
              startedAt: restoredAt - HOUR,
              restoredAt,
              reviewedAt,
            }),
          ],
          window: { from: at('00:00', -10), to: at('00:00', 10) },
          asOf: at('00:00', 10),
          timeZone,
        }),
      ).numerator;
    expect(reviewed(due - 1)).toBe(1);
    expect(reviewed(due)).toBe(0);
  });
});
