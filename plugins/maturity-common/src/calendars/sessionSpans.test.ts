import fc from 'fast-check';
import { DateTime } from 'luxon';
import { arbitraryCalendar, instants, zones } from './__testUtils__/calendars';
import { sessionSpans } from './sessionSpans';
import { AROUND_THE_CLOCK, WEEKDAYS } from './standardCalendars';
import type { Calendar, DayHours } from './types';

const HOUR_MS = 3_600_000;

function at(iso: string): number {
  return DateTime.fromISO(iso, { setZone: true }).toMillis();
}

function windowOf(from: string, to: string) {
  return { from: at(from), to: at(to) };
}

function open(...hours: DayHours[]): Calendar {
  return { ...AROUND_THE_CLOCK, hours };
}

const exchange: Calendar = {
  ...WEEKDAYS,
  id: 'cn-exchange',
  use: 'session',
  timeZone: 'Asia/Shanghai',
  holidays: ['2026-10-01', '2026-10-02'],
  hours: [
    { from: '09:30', to: '11:30' },
    { from: '13:00', to: '15:00' },
  ],
};

describe('sessionSpans', () => {
  it('is the window itself around the clock', () => {
    const window = windowOf('2026-10-01T10:00Z', '2026-12-30T11:00Z');
    expect(sessionSpans(AROUND_THE_CLOCK, window, 'Europe/Berlin')).toEqual([
      window,
    ]);
  });

  it('has the hours of two half days, and none on holidays', () => {
    expect(
      sessionSpans(
        exchange,
        windowOf('2026-09-30T00:00+08:00', '2026-10-06T00:00+08:00'),
        'UTC',
      ),
    ).toEqual([
      windowOf('2026-09-30T09:30+08:00', '2026-09-30T11:30+08:00'),
      windowOf('2026-09-30T13:00+08:00', '2026-09-30T15:00+08:00'),
      windowOf('2026-10-05T09:30+08:00', '2026-10-05T11:30+08:00'),
      windowOf('2026-10-05T13:00+08:00', '2026-10-05T15:00+08:00'),
    ]);
  });

  it('has the hours of a half day, and those of its own of a make-up day', () => {
    const calendar: Calendar = {
      ...exchange,
      extraDays: ['2026-10-10'],
      dates: {
        '2026-09-30': [{ from: '09:30', to: '11:30' }],
        '2026-10-10': [{ from: '10:00', to: '11:00' }],
      },
    };
    expect(
      sessionSpans(
        calendar,
        windowOf('2026-09-30T00:00+08:00', '2026-10-05T12:00+08:00'),
        'UTC',
      ),
    ).toEqual([
      windowOf('2026-09-30T09:30+08:00', '2026-09-30T11:30+08:00'),
      windowOf('2026-10-05T09:30+08:00', '2026-10-05T11:30+08:00'),
    ]);
    expect(
      sessionSpans(
        calendar,
        windowOf('2026-10-10T00:00+08:00', '2026-10-12T00:00+08:00'),
        'UTC',
      ),
    ).toEqual([windowOf('2026-10-10T10:00+08:00', '2026-10-10T11:00+08:00')]);
  });

  it('has the usual hours where the hours of dates are not known', () => {
    const calendar: Calendar = {
      ...exchange,
      dates: { '2026-09-30': [{ from: '09:30', to: '11:30' }] },
      until: '2026-09-29',
    };
    expect(
      sessionSpans(
        calendar,
        windowOf('2026-09-30T00:00+08:00', '2026-10-01T00:00+08:00'),
        'UTC',
      ),
    ).toHaveLength(2);
  });

  it('is cut to the window', () => {
    expect(
      sessionSpans(
        exchange,
        windowOf('2026-09-30T10:00+08:00', '2026-09-30T14:00+08:00'),
        'UTC',
      ),
    ).toEqual([
      windowOf('2026-09-30T10:00+08:00', '2026-09-30T11:30+08:00'),
      windowOf('2026-09-30T13:00+08:00', '2026-09-30T14:00+08:00'),
    ]);
  });

  it('is empty out of hours and for an empty window', () => {
    for (const window of [
      windowOf('2026-09-30T11:30+08:00', '2026-09-30T13:00+08:00'),
      windowOf('2026-10-01T00:00+08:00', '2026-10-03T00:00+08:00'),
      windowOf('2026-09-30T10:00+08:00', '2026-09-30T10:00+08:00'),
    ]) {
      expect(sessionSpans(exchange, window, 'UTC')).toEqual([]);
    }
  });

  it('joins a night session over midnight', () => {
    expect(
      sessionSpans(
        open({ from: '00:00', to: '02:30' }, { from: '21:00', to: '24:00' }),
        windowOf('2026-09-30T12:00Z', '2026-10-01T12:00Z'),
        'UTC',
      ),
    ).toEqual([windowOf('2026-09-30T21:00Z', '2026-10-01T02:30Z')]);
  });

  it.each([
    [
      'a day of 23 hours',
      { from: '00:00', to: '24:00' },
      '2026-03-29T00:00+01:00',
      '2026-03-30T00:00+02:00',
    ],
    [
      'hours around the change',
      { from: '01:00', to: '04:00' },
      '2026-03-29T01:00+01:00',
      '2026-03-29T04:00+02:00',
    ],
    [
      'a beginning that the clock skips',
      { from: '02:30', to: '05:00' },
      '2026-03-29T03:00+02:00',
      '2026-03-29T05:00+02:00',
    ],
    [
      'an end that the clock skips',
      { from: '00:30', to: '02:30' },
      '2026-03-29T00:30+01:00',
      '2026-03-29T03:00+02:00',
    ],
  ])('when the clock is put forward: %s', (_, hours, from, to) => {
    expect(
      sessionSpans(
        open(hours),
        windowOf('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'),
        'Europe/Berlin',
      ),
    ).toEqual([windowOf(from, to)]);
  });

  it('has nothing of hours that the clock skips whole', () => {
    expect(
      sessionSpans(
        open({ from: '02:10', to: '02:50' }),
        windowOf('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'),
        'Europe/Berlin',
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'hours around the change',
      { from: '01:00', to: '04:00' },
      '2026-10-25T01:00+02:00',
      '2026-10-25T04:00+01:00',
    ],
    [
      'a beginning that comes twice',
      { from: '02:30', to: '04:00' },
      '2026-10-25T02:30+02:00',
      '2026-10-25T04:00+01:00',
    ],
    [
      'an end that comes twice',
      { from: '01:00', to: '02:30' },
      '2026-10-25T01:00+02:00',
      '2026-10-25T02:30+02:00',
    ],
  ])('when the clock is put back: %s', (_, hours, from, to) => {
    expect(
      sessionSpans(
        open(hours),
        windowOf('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00'),
        'Europe/Berlin',
      ),
    ).toEqual([windowOf(from, to)]);
  });

  it('begins with the day where there is no midnight', () => {
    // Cairo goes from 23:59 to 01:00.
    expect(
      sessionSpans(
        open({ from: '00:00', to: '02:00' }),
        windowOf('2026-04-23T23:00+02:00', '2026-04-24T12:00+03:00'),
        'Africa/Cairo',
      ),
    ).toEqual([windowOf('2026-04-24T01:00+03:00', '2026-04-24T02:00+03:00')]);
  });

  it('is sorted, disjoint, inside the window and never longer than its hours', () => {
    fc.assert(
      fc.property(
        arbitraryCalendar(),
        instants,
        fc.integer({ min: 0, max: 60 * 24 * HOUR_MS }),
        fc.constantFrom(...zones),
        (calendar, from, length, zone) => {
          const window = { from, to: from + length };
          let end = -Infinity;
          for (const span of sessionSpans(calendar, window, zone)) {
            expect(span.from).toBeGreaterThan(end);
            expect(span.from).toBeGreaterThanOrEqual(window.from);
            expect(span.to).toBeGreaterThan(span.from);
            expect(span.to).toBeLessThanOrEqual(window.to);
            end = span.to;
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('adds up over a window that is split anywhere', () => {
    fc.assert(
      fc.property(
        arbitraryCalendar(),
        instants,
        fc.integer({ min: 1, max: 30 * 24 * HOUR_MS }),
        fc.integer({ min: 0, max: 30 * 24 * HOUR_MS }),
        fc.constantFrom(...zones),
        (calendar, from, length, offset, zone) => {
          const to = from + length;
          const split = Math.min(from + offset, to);
          const total = (window: { from: number; to: number }) =>
            sessionSpans(calendar, window, zone).reduce(
              (sum, span) => sum + span.to - span.from,
              0,
            );
          expect(total({ from, to: split }) + total({ from: split, to })).toBe(
            total({ from, to }),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is open when the clock says so, except where a clock is put back', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (from, zone) => {
        const calendar = open({ from: '09:30', to: '15:00' });
        const clock = DateTime.fromMillis(from, { zone }).toFormat('HH:mm');
        expect(
          sessionSpans(calendar, { from, to: from + 1 }, zone),
        ).toHaveLength(clock >= '09:30' && clock < '15:00' ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });
});
