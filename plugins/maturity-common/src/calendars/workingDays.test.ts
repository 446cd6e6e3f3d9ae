import fc from 'fast-check';
import { DateTime } from 'luxon';
import { nextMidnight } from '../metrics';
import { arbitraryCalendar, instants, zones } from './__testUtils__/calendars';
import { countsAsDay } from './countsAsDay';
import { AROUND_THE_CLOCK, WEEKDAYS } from './standardCalendars';
import type { Calendar } from './types';
import { addWorkingDays, countWorkingDays, isWorkingDay } from './workingDays';

const SHANGHAI = 'Asia/Shanghai';

/** The autumn of 2026: free from 1 to 7 October, make-up Saturday the 10th. */
const china: Calendar = {
  ...WEEKDAYS,
  id: 'cn-work',
  timeZone: SHANGHAI,
  holidays: [1, 2, 3, 4, 5, 6, 7].map(day => `2026-10-0${day}`),
  extraDays: ['2026-10-10'],
  since: '2026-01-01',
  until: '2026-12-31',
};

function at(iso: string): number {
  return DateTime.fromISO(iso, { setZone: true }).toMillis();
}

describe('countsAsDay', () => {
  it.each([
    ['a Wednesday', '2026-09-30', true],
    ['a holiday', '2026-10-01', false],
    ['a Friday after the holidays', '2026-10-09', true],
    ['a make-up Saturday', '2026-10-10', true],
    ['a Sunday', '2026-10-11', false],
    ['a Friday before 1970', '1969-12-26', true],
    ['a Saturday before 1970', '1969-12-27', false],
  ])('%s', (_, date, expected) => {
    expect(countsAsDay(china, date)).toBe(expected);
  });

  it('goes by weekdays alone where holidays are not known', () => {
    const short = { ...china, since: '2026-10-02', until: '2026-10-09' };
    expect(countsAsDay(short, '2026-10-01')).toBe(true);
    expect(countsAsDay(short, '2026-10-02')).toBe(false);
    expect(countsAsDay(short, '2026-10-10')).toBe(false);
  });
});

describe('countWorkingDays', () => {
  it.each([
    ['an empty window', '2026-10-09T00:00+08:00', '2026-10-09T00:00+08:00', 0],
    ['a touch of a day', '2026-10-09T23:59+08:00', '2026-10-10T00:00+08:00', 1],
    ['two touched', '2026-10-09T23:59+08:00', '2026-10-10T00:01+08:00', 2],
    ['holidays', '2026-10-01T00:00+08:00', '2026-10-08T00:00+08:00', 0],
    ['a month', '2026-10-01T00:00+08:00', '2026-11-01T00:00+08:00', 18],
  ])('%s', (_, from, to, expected) => {
    expect(countWorkingDays(china, { from: at(from), to: at(to) }, 'UTC')).toBe(
      expected,
    );
  });

  it('has 61 working days in the 90 days to 27 October 2023 in China', () => {
    const year2023: Calendar = {
      ...WEEKDAYS,
      holidays: ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04'].concat(
        ['2023-10-05', '2023-10-06'],
      ),
      extraDays: ['2023-10-07', '2023-10-08'],
    };
    expect(
      countWorkingDays(
        year2023,
        {
          from: at('2023-07-30T00:00+08:00'),
          to: at('2023-10-27T20:00+08:00'),
        },
        SHANGHAI,
      ),
    ).toBe(61);
  });

  it('cuts days in the zone of the calendar', () => {
    const window = {
      from: at('2026-10-09T15:00Z'),
      to: at('2026-10-09T17:00Z'),
    };
    expect(countWorkingDays(WEEKDAYS, window, 'UTC')).toBe(1);
    expect(countWorkingDays(china, window, 'UTC')).toBe(2);
  });

  it('does not count a date that the zone skips', () => {
    // 30 December 2011, a Friday, was not in Apia.
    expect(
      countWorkingDays(
        WEEKDAYS,
        {
          from: at('2011-12-29T00:00-10:00'),
          to: at('2012-01-01T00:00+14:00'),
        },
        'Pacific/Apia',
      ),
    ).toBe(1);
  });

  it('adds up over windows that are split at midnight', () => {
    fc.assert(
      fc.property(
        arbitraryCalendar(),
        instants,
        fc.integer({ min: 0, max: 60 * 86_400_000 }),
        fc.integer({ min: 0, max: 60 * 86_400_000 }),
        fc.constantFrom(...zones),
        (calendar, from, length, offset, zone) => {
          const to = from + length;
          const split = Math.min(
            nextMidnight(from + offset, calendar.timeZone ?? zone),
            to,
          );
          const count = (window: { from: number; to: number }) =>
            countWorkingDays(calendar, window, zone);
          expect(count({ from, to: split }) + count({ from: split, to })).toBe(
            count({ from, to }),
          );
        },
      ),
    );
  });
});

describe('isWorkingDay', () => {
  it.each([
    ['before midnight', '2026-09-30T23:59:59.999+08:00', true],
    ['after midnight', '2026-10-01T00:00+08:00', false],
  ])('%s', (_, iso, expected) => {
    expect(isWorkingDay(china, at(iso), 'UTC')).toBe(expected);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['the day itself', '2026-09-29T10:00+08:00', 0, '2026-09-30T00:00+08:00'],
    ['the next day', '2026-09-29T10:00+08:00', 1, '2026-10-01T00:00+08:00'],
    ['over holidays', '2026-09-30T23:00+08:00', 1, '2026-10-09T00:00+08:00'],
    ['a make-up day', '2026-09-30T00:00+08:00', 3, '2026-10-11T00:00+08:00'],
    ['over weekends', '2026-10-10T10:00+08:00', 5, '2026-10-17T00:00+08:00'],
    ['from a Sunday', '2026-10-11T10:00+08:00', 1, '2026-10-13T00:00+08:00'],
  ])('%s', (_, from, days, expected) => {
    expect(addWorkingDays(china, at(from), days, 'UTC')).toBe(at(expected));
  });

  it('counts on where holidays are not known any more', () => {
    expect(
      addWorkingDays(
        { ...china, until: '2026-09-30' },
        at('2026-09-30T10:00+08:00'),
        1,
        'UTC',
      ),
    ).toBe(at('2026-10-02T00:00+08:00'));
  });

  it('has as many working days in between', () => {
    fc.assert(
      fc.property(
        arbitraryCalendar(),
        instants,
        fc.integer({ min: 0, max: 15 }),
        fc.constantFrom(...zones),
        (calendar, from, days, zone) => {
          const to = addWorkingDays(calendar, from, days, zone);
          const first = nextMidnight(from, calendar.timeZone ?? zone);
          expect(countWorkingDays(calendar, { from: first, to }, zone)).toBe(
            days,
          );
        },
      ),
    );
  });
});

it('counts every day around the clock', () => {
  expect(
    countWorkingDays(
      AROUND_THE_CLOCK,
      { from: at('2026-10-01T00:00Z'), to: at('2026-11-01T00:00Z') },
      'UTC',
    ),
  ).toBe(31);
});
