import {
  AROUND_THE_CLOCK,
  type Calendar,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  incidentFixture,
  openIncidentFixture,
  YESTERDAY,
} from '../__testUtils__/incidentFixture';
import { outagesOf, overlapOf } from './outages';
import { downtimeAroundTheClock, toServiceDays } from './serviceDays';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const timeZone = 'Asia/Shanghai';

const exchange: Calendar = {
  id: 'exchange',
  use: 'session',
  title: { en: 'Trading', 'zh-CN': '交易' },
  weekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-11-17'],
  extraDays: [],
  hours: [
    { from: '09:30', to: '11:30' },
    { from: '13:00', to: '15:00' },
  ],
  source: 'test',
};

/** From Saturday, 14 November, to Friday noon. */
const window = { from: Date.UTC(2026, 10, 13, 16), to: AS_OF };

function states(part: Partial<Parameters<typeof toServiceDays>[0]> = {}) {
  return toServiceDays({
    incidents: [incidentFixture()],
    calendar: exchange,
    window,
    timeZone,
    connectedSince: window.from,
    ...part,
  }).map(({ state }) => state);
}

describe('toServiceDays', () => {
  it('tells days without service from such without downtime', () => {
    expect(states()).toEqual([
      'closed',
      'closed',
      'clear',
      'closed',
      'clear',
      'down',
      'clear',
    ]);
  });

  it('knows nothing of the days before somebody watched', () => {
    expect(states({ connectedSince: window.from + 5 * DAY })).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'down',
      'clear',
    ]);
    expect(new Set(states({ connectedSince: undefined }))).toEqual(
      new Set(['unknown']),
    );
  });

  it('counts downtime in service hours only, what overlaps once', () => {
    // 11:20 to 13:10, of which ten minutes are before and ten after the pause.
    const startedAt = YESTERDAY + 80 * MINUTE;
    const incident = (key: string, minutes: number) =>
      incidentFixture({
        key,
        fields: {
          startedAt,
          restoredAt: startedAt + minutes * MINUTE,
        },
      });
    const options = {
      incidents: [incident('a', 110), incident('b', 100)],
      calendar: exchange,
      window,
      timeZone,
      connectedSince: window.from,
    };
    const day = toServiceDays(options)[5];
    expect(day).toMatchObject({ service: 4 * HOUR, downtime: 20 * MINUTE });
    expect(downtimeAroundTheClock(options)).toBe(110 * MINUTE);
    expect(
      toServiceDays({ ...options, calendar: AROUND_THE_CLOCK })[5].downtime,
    ).toBe(110 * MINUTE);
  });
});

describe('outagesOf', () => {
  it.each([
    ['degraded service', openIncidentFixture()],
    ['what another source tells', incidentFixture({ state: 'shadow' })],
    ['what a person left out', incidentFixture({ state: 'excluded' })],
    [
      'what was restored before it started',
      incidentFixture({ flags: ['restored-before-start'] }),
    ],
    [
      'announced maintenance',
      incidentFixture({ fields: { startedAt: YESTERDAY, scheduled: true } }),
    ],
    ['what has no time at all', incidentFixture({ fields: {} })],
  ])('leaves out %s', (_, incident) => {
    expect(outagesOf([incident], AS_OF)).toEqual([]);
  });

  it('lets an open one of unknown impact last until now', () => {
    const incident = incidentFixture({ fields: { detectedAt: YESTERDAY } });
    expect(outagesOf([incident], AS_OF)).toEqual([
      { from: YESTERDAY, to: AS_OF },
    ]);
  });

  it('does not depend on the order', () => {
    const one = incidentFixture();
    const other = incidentFixture({
      fields: { startedAt: YESTERDAY + MINUTE, restoredAt: YESTERDAY + HOUR },
    });
    expect(outagesOf([one, other], AS_OF)).toEqual(
      outagesOf([other, one], AS_OF),
    );
    expect(outagesOf([one, other], AS_OF)).toEqual([
      { from: YESTERDAY, to: YESTERDAY + HOUR },
    ]);
  });
});

it('overlapOf adds up what two sets share', () => {
  expect(
    overlapOf(
      [
        { from: 0, to: 10 },
        { from: 20, to: 30 },
      ],
      [{ from: 5, to: 25 }],
    ),
  ).toBe(10);
});
