import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  countDays,
  dayBuckets,
  daysBefore,
  nextMidnight,
  scorecardWindow,
  weekBuckets,
} from './window';

const HOUR_MS = 3_600_000;

function at(iso: string): number {
  const parsed = DateTime.fromISO(iso, { setZone: true });
  expect(parsed.isValid).toBe(true);
  return parsed.toMillis();
}

const zones = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Cairo',
  'America/St_Johns',
  'Pacific/Apia',
  'America/Sao_Paulo',
];

const instants = fc.integer({
  min: Date.UTC(2008, 0, 1),
  max: Date.UTC(2030, 0, 1),
});

describe('scorecardWindow', () => {
  it.each([
    [
      'Shanghai, which has no clock change',
      '2026-11-20T13:30:00+08:00',
      'Asia/Shanghai',
      '2026-08-23T00:00:00+08:00',
    ],
    [
      'one millisecond before midnight',
      '2026-11-20T23:59:59.999+08:00',
      'Asia/Shanghai',
      '2026-08-23T00:00:00+08:00',
    ],
    [
      'midnight itself',
      '2026-11-21T00:00:00+08:00',
      'Asia/Shanghai',
      '2026-08-24T00:00:00+08:00',
    ],
    [
      'over the autumn change in Berlin',
      '2026-11-20T13:30:00+01:00',
      'Europe/Berlin',
      '2026-08-23T00:00:00+02:00',
    ],
    [
      'over the spring change in New York',
      '2026-04-01T08:00:00-04:00',
      'America/New_York',
      '2026-01-02T00:00:00-05:00',
    ],
    [
      'the same instant is another day elsewhere',
      '2026-11-20T20:00:00Z',
      'Asia/Shanghai',
      '2026-08-24T00:00:00+08:00',
    ],
  ])('%s', (_, asOf, timeZone, from) => {
    expect(scorecardWindow(at(asOf), timeZone)).toEqual({
      from: at(from),
      to: at(asOf),
    });
  });

  it('touches 90 local days, except at the instant of midnight', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (asOf, zone) => {
        // The only zone that ever skipped a date is one day short around it.
        fc.pre(zone !== 'Pacific/Apia');
        const window = scorecardWindow(asOf, zone);
        const atMidnight = nextMidnight(asOf - 1, zone) === asOf;
        expect(countDays(window, zone)).toBe(atMidnight ? 89 : 90);
      }),
    );
  });

  it('moves only at midnight', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (asOf, zone) => {
        const midnight = nextMidnight(asOf, zone);
        const { from } = scorecardWindow(asOf, zone);
        expect(scorecardWindow(midnight - 1, zone).from).toBe(from);
        expect(scorecardWindow(midnight, zone).from).toBeGreaterThan(from);
      }),
    );
  });

  it('names the fix for an unknown time zone', () => {
    expect(() => scorecardWindow(0, 'China/Shanghai')).toThrow(
      "Unknown time zone 'China/Shanghai', use an IANA name such as 'Asia/Shanghai'",
    );
    // Luxon's name for the zone of the machine would not be the same everywhere.
    expect(() => scorecardWindow(0, 'local')).toThrow('Unknown time zone');
  });
});

describe('daysBefore', () => {
  it('keeps the local time of day over a clock change', () => {
    expect(
      daysBefore(at('2026-11-20T13:30:00+01:00'), 90, 'Europe/Berlin'),
    ).toBe(at('2026-08-22T13:30:00+02:00'));
  });

  it('moves a time that the change skips behind it', () => {
    expect(
      daysBefore(at('2026-03-30T02:30:00+02:00'), 1, 'Europe/Berlin'),
    ).toBe(at('2026-03-29T03:30:00+02:00'));
  });

  it('is the identity for no days', () => {
    expect(daysBefore(1234, 0, 'Asia/Shanghai')).toBe(1234);
  });
});

describe('nextMidnight', () => {
  it.each([
    [
      'plain',
      '2026-11-20T13:30:00+08:00',
      'Asia/Shanghai',
      '2026-11-21T00:00:00+08:00',
    ],
    [
      'from midnight itself',
      '2026-11-20T00:00:00+08:00',
      'Asia/Shanghai',
      '2026-11-21T00:00:00+08:00',
    ],
    [
      'midnight that does not exist: Cairo springs from 00:00 to 01:00',
      '2024-04-25T12:00:00+02:00',
      'Africa/Cairo',
      '2024-04-26T01:00:00+03:00',
    ],
    [
      'midnight that comes twice: Havana falls from 01:00 to 00:00',
      '2024-11-02T12:00:00-04:00',
      'America/Havana',
      '2024-11-03T00:00:00-04:00',
    ],
    [
      'after the second of two midnights',
      '2024-11-03T00:30:00-05:00',
      'America/Havana',
      '2024-11-04T00:00:00-05:00',
    ],
    [
      'a date that does not exist: Apia skipped 30 December 2011',
      '2011-12-29T12:00:00-10:00',
      'Pacific/Apia',
      '2011-12-31T00:00:00+14:00',
    ],
    [
      'a clock put back over midnight stays in the day that has begun',
      '2010-11-06T23:30:00-03:30',
      'America/St_Johns',
      '2010-11-08T00:00:00-03:30',
    ],
  ])('%s', (_, asOf, timeZone, expected) => {
    expect(nextMidnight(at(asOf), timeZone)).toBe(at(expected));
  });

  it('lies ahead, at most 25 hours and a skipped day', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (asOf, zone) => {
        const midnight = nextMidnight(asOf, zone);
        expect(midnight).toBeGreaterThan(asOf);
        expect(midnight - asOf).toBeLessThanOrEqual(26 * HOUR_MS);
      }),
    );
  });
});

describe('dayBuckets', () => {
  it('has days of 23 and of 25 hours', () => {
    const spring = dayBuckets(
      {
        from: at('2026-03-28T00:00:00+01:00'),
        to: at('2026-03-31T00:00:00+02:00'),
      },
      'Europe/Berlin',
    );
    expect(spring.map(({ from, to }) => (to - from) / HOUR_MS)).toEqual([
      24, 23, 24,
    ]);
    const autumn = dayBuckets(
      {
        from: at('2026-10-24T00:00:00+02:00'),
        to: at('2026-10-27T00:00:00+01:00'),
      },
      'Europe/Berlin',
    );
    expect(autumn.map(({ from, to }) => (to - from) / HOUR_MS)).toEqual([
      24, 25, 24,
    ]);
  });

  it('cuts the first and the last day to the window', () => {
    expect(
      dayBuckets(
        {
          from: at('2026-11-18T15:00:00+08:00'),
          to: at('2026-11-20T09:00:00+08:00'),
        },
        'Asia/Shanghai',
      ),
    ).toEqual([
      {
        from: at('2026-11-18T15:00:00+08:00'),
        to: at('2026-11-19T00:00:00+08:00'),
      },
      {
        from: at('2026-11-19T00:00:00+08:00'),
        to: at('2026-11-20T00:00:00+08:00'),
      },
      {
        from: at('2026-11-20T00:00:00+08:00'),
        to: at('2026-11-20T09:00:00+08:00'),
      },
    ]);
  });

  it('skips a date that does not exist', () => {
    expect(
      dayBuckets(
        {
          from: at('2011-12-29T00:00:00-10:00'),
          to: at('2012-01-01T00:00:00+14:00'),
        },
        'Pacific/Apia',
      ),
    ).toHaveLength(2);
  });

  it('is empty for an empty window', () => {
    expect(dayBuckets({ from: 5, to: 5 }, 'UTC')).toEqual([]);
  });
});

describe('countDays', () => {
  it('counts the days that dayBuckets cuts', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          instants,
          // Around the date that Apia skipped.
          fc.integer({
            min: Date.UTC(2011, 11, 20),
            max: Date.UTC(2012, 0, 5),
          }),
        ),
        fc.integer({ min: -1, max: 100 * 24 * HOUR_MS }),
        fc.constantFrom(...zones),
        (from, length, zone) => {
          const window = { from, to: from + length };
          expect(countDays(window, zone)).toBe(dayBuckets(window, zone).length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('weekBuckets', () => {
  it('starts weeks on Monday', () => {
    expect(
      weekBuckets(
        {
          from: at('2026-11-04T10:00:00+08:00'),
          to: at('2026-11-20T09:00:00+08:00'),
        },
        'Asia/Shanghai',
      ).map(({ from }) => from),
    ).toEqual([
      at('2026-11-04T10:00:00+08:00'),
      at('2026-11-09T00:00:00+08:00'),
      at('2026-11-16T00:00:00+08:00'),
    ]);
  });

  it('starts weeks on Monday before 1970, too', () => {
    const [, second] = weekBuckets(
      { from: at('1969-12-24T00:00:00Z'), to: at('1970-01-03T00:00:00Z') },
      'UTC',
    );
    expect(second.from).toBe(at('1969-12-29T00:00:00Z'));
  });
});

describe.each([
  ['dayBuckets', dayBuckets],
  ['weekBuckets', weekBuckets],
])('%s', (_, bucketsOf) => {
  it('covers the window without gap or overlap, whole in the middle', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 40 * 24 * HOUR_MS }),
        fc.constantFrom(...zones),
        (from, length, zone) => {
          const window = { from, to: from + length };
          const result = bucketsOf(window, zone);
          expect(result[0].from).toBe(window.from);
          expect(result[result.length - 1].to).toBe(window.to);
          for (let i = 1; i < result.length; i++) {
            expect(result[i].from).toBe(result[i - 1].to);
            expect(nextMidnight(result[i].from - 1, zone)).toBe(result[i].from);
          }
        },
      ),
    );
  });
});
