import { WEEKDAYS } from '@devops-scorecards/plugin-maturity-common';
import { calendarStatus, needsRenewal } from './calendarStatus';

const calendar = {
  ...WEEKDAYS,
  id: 'ours',
  timeZone: 'Asia/Shanghai',
  until: '2026-12-31',
};

describe('calendarStatus', () => {
  it.each([
    // 23:59 and 00:00 in Shanghai.
    ['2026-11-01T15:59:00Z', 60, false],
    ['2026-11-01T16:00:00Z', 59, true],
    ['2026-12-31T15:59:00Z', 0, true],
    ['2026-12-31T16:00:00Z', -1, true],
  ])('at %s has %d days left', (now, daysLeft, renew) => {
    const status = calendarStatus(calendar, {
      now: Date.parse(now),
      timeZone: 'UTC',
    });
    expect(status.daysLeft).toBe(daysLeft);
    expect(needsRenewal(status)).toBe(renew);
  });

  it('counts in the zone of the portal where the calendar has none', () => {
    const { timeZone: _, ...without } = calendar;
    const now = Date.parse('2026-11-01T16:00:00Z');
    expect(calendarStatus(without, { now, timeZone: 'UTC' }).daysLeft).toBe(60);
  });

  it('knows no end where there is none', () => {
    const status = calendarStatus(WEEKDAYS, { now: 0, timeZone: 'UTC' });
    expect(status).toEqual({ calendar: WEEKDAYS });
    expect(needsRenewal(status)).toBe(false);
  });
});
