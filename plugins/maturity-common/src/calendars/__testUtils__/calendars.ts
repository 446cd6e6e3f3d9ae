import fc from 'fast-check';
import { WEEKDAYS } from '../standardCalendars';
import type { Calendar } from '../types';

/** Zones with clock changes at every odd time. */
export const zones = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Cairo',
  'America/St_Johns',
  'Pacific/Apia',
];

export const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2008, 0, 1), max: Date.UTC(2030, 0, 1) }),
  // Around clock changes, and the date that Apia skipped.
  fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 4, 1) }),
  fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2026, 10, 10) }),
  fc.integer({ min: Date.UTC(2011, 11, 1), max: Date.UTC(2012, 0, 5) }),
);

const dates = fc
  .integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 10, 30) })
  .map(at => new Date(at).toISOString().slice(0, 10));

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), {
    minLength: 2,
    maxLength: 6,
  })
  .map(quarters => {
    const sorted = [...quarters].sort((a, b) => a - b);
    const time = (quarter: number) =>
      [Math.floor(quarter / 4), (quarter % 4) * 15]
        .map(part => String(part).padStart(2, '0'))
        .join(':');
    return sorted
      .slice(0, sorted.length - (sorted.length % 2))
      .flatMap((from, index) =>
        index % 2 === 0
          ? [{ from: time(from), to: time(sorted[index + 1]) }]
          : [],
      );
  });

/** Any calendar that has a weekday. */
export function arbitraryCalendar(): fc.Arbitrary<Calendar> {
  return fc.record(
    {
      id: fc.constant('arbitrary'),
      use: fc.constantFrom('work' as const, 'session' as const),
      title: fc.constant(WEEKDAYS.title),
      source: fc.constant('chance'),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), {
        minLength: 1,
      }),
      holidays: fc.array(dates, { maxLength: 20 }),
      extraDays: fc.array(dates, { maxLength: 20 }),
      timeZone: fc.constantFrom(...zones),
      hours,
      dates: fc.dictionary(dates, hours, { maxKeys: 20 }),
      until: dates,
    },
    {
      requiredKeys: [
        'id',
        'use',
        'title',
        'source',
        'weekdays',
        'holidays',
        'extraDays',
      ],
    },
  );
}
