import {
  AROUND_THE_CLOCK,
  type IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  connection,
  DAY,
  daysAgo,
  HOUR,
  input,
  MINUTE,
} from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { availability } from './availability';

const window = { from: daysAgo(10), to: AS_OF };
const start = daysAgo(5);

function outage(key: string, from: number, minutes: number | undefined) {
  return incident(key, {
    startedAt: start + from * MINUTE,
    restoredAt:
      minutes === undefined ? undefined : start + (from + minutes) * MINUTE,
  });
}

function measure(
  facts: ReturnType<typeof outage>[],
  options: Parameters<typeof input>[0] = {},
) {
  return availability.measure(input({ facts, window, ...options }));
}

/** Downtime in minutes. */
function downtime(...facts: ReturnType<typeof outage>[]) {
  const { numerator, denominator } = measure(facts);
  return (denominator! - numerator!) / MINUTE;
}

describe('availability', () => {
  it('is the worked example of its page', () => {
    // Ten days of 24 hours; 30 and 42 minutes overlap by 10, and 82 stand alone.
    expect(
      measure([outage('a', 0, 30), outage('b', 20, 42), outage('c', 600, 82)]),
    ).toMatchObject({
      status: 'ok',
      value: 0.99,
      numerator: 10 * DAY - 144 * MINUTE,
      denominator: 10 * DAY,
      n: 3,
      open: 0,
      unknown: 0,
    });
  });

  it.each([
    ['two tools report', [outage('a', 0, 30), outage('b', 0, 30)], 30],
    [
      'began before the window',
      [incident('i', { startedAt: daysAgo(20), restoredAt: daysAgo(9.5) })],
      12 * 60,
    ],
    [
      'ended before the window',
      [incident('i', { startedAt: daysAgo(20), restoredAt: daysAgo(10) })],
      0,
    ],
    ['is not over', [outage('a', 4 * 24 * 60, undefined)], 24 * 60],
    [
      'is over only after as-of',
      [incident('i', { startedAt: daysAgo(1), restoredAt: AS_OF + HOUR })],
      24 * 60,
    ],
    ['begins at as-of', [incident('i', { startedAt: AS_OF })], 0],
  ])('of an outage that %s', (_, facts, minutes) => {
    expect(downtime(...facts)).toBe(minutes);
  });

  it.each([
    ['degraded', { impact: 'degraded' }, { n: 0, unknown: 0, value: 1 }],
    ['without impact', { impact: 'none' }, { n: 0, unknown: 0, value: 1 }],
    ['of unknown impact', { impact: undefined }, { n: 1, unknown: 1 }],
    ['announced', { scheduled: true }, { n: 0, unknown: 0, value: 1 }],
    [
      'restored before it started',
      { restoredAt: start - 1 },
      { n: 0, unknown: 1, value: 1 },
    ],
  ] as [string, IncidentFields, object][])(
    'of an incident that is %s',
    (_, fields, expected) => {
      expect(
        measure([
          incident('i', {
            startedAt: start,
            restoredAt: start + HOUR,
            ...fields,
          }),
        ]),
      ).toMatchObject(expected);
    },
  );

  it('counts service hours only', () => {
    const session = {
      ...AROUND_THE_CLOCK,
      hours: [{ from: '09:00', to: '10:00' }],
    };
    expect(
      measure([incident('i', { startedAt: daysAgo(1) })], {
        calendars: { work: session, session },
      }),
    ).toMatchObject({
      n: 1,
      numerator: 9 * HOUR,
      denominator: 10 * HOUR,
      value: 0.9,
    });
    expect(
      measure([outage('night', 8 * 60, 60)], {
        calendars: { work: session, session },
      }),
    ).toMatchObject({ n: 0, value: 1 });
  });

  it('is 100 % without incidents, as long as somebody was listening', () => {
    expect(measure([])).toMatchObject({ status: 'ok', value: 1, n: 0 });
    const without = [
      measure([outage('a', 0, 30)], { connections: {} }),
      measure([], { connections: { incident: connection({ since: start }) } }),
      measure([], {
        connections: {
          incident: connection({ lastSeen: start, staleAfterMs: 1 }),
        },
      }),
    ];
    expect(without.map(({ status }) => status)).toEqual([
      'no-source',
      'insufficient',
      'stale',
    ]);
    for (const measurement of without) {
      expect(measurement).not.toHaveProperty('value');
    }
  });

  it('is about the time since the source was connected', () => {
    expect(
      measure([outage('a', 0, 72)], {
        connections: { incident: connection({ since: start }) },
      }),
    ).toMatchObject({
      status: 'ok',
      connectedSince: start,
      denominator: 5 * DAY,
      value: 0.99,
    });
  });

  it('has no value without service hours', () => {
    const session = {
      ...AROUND_THE_CLOCK,
      hours: [{ from: '09:00', to: '10:00' }],
    };
    const measurement = measure([], {
      window: { from: AS_OF - HOUR, to: AS_OF },
      calendars: { work: session, session },
    });
    expect(measurement).toMatchObject({ status: 'none', denominator: 0 });
    expect(measurement).not.toHaveProperty('value');
  });

  it('names an outage at the first moment that it took', () => {
    expect(
      measure([incident('i', { startedAt: daysAgo(20) })]).evidence,
    ).toMatchObject([{ key: 'i', at: window.from, role: 'against' }]);
  });
});
