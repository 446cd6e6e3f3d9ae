import { AROUND_THE_CLOCK } from '@devops-scorecards/plugin-maturity-common';
import {
  at,
  connection,
  daysAgo,
  input,
  MINUTE,
} from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { reportableOutageDays } from './reportableOutageDays';

const session = {
  ...AROUND_THE_CLOCK,
  hours: [
    { from: '09:30', to: '11:30' },
    { from: '13:00', to: '15:00' },
  ],
};
const calendars = { work: session, session };

function outage(from: string, minutes: number) {
  const startedAt = at(`2026-11-${from}`);
  return incident(from, {
    startedAt,
    restoredAt: startedAt + minutes * MINUTE,
  });
}

function measure(...facts: ReturnType<typeof outage>[]) {
  return reportableOutageDays.measure(input({ facts, calendars }));
}

describe('reportableOutageDays', () => {
  it('is the worked example of its page', () => {
    expect(
      measure(
        outage('10T10:00', 3),
        outage('10T14:00', 2),
        outage('11T10:00', 4),
        outage('12T11:28', 60),
      ),
    ).toMatchObject({
      status: 'ok',
      value: 1,
      n: 1,
      evidence: [{ key: '10T14:00' }, { key: '10T10:00' }],
    });
  });

  it.each([
    ['five minutes', [outage('10T10:00', 5)], 1],
    ['less', [outage('10T10:00', 4.99)], 0],
    ['after hours', [outage('10T20:00', 300)], 0],
    ['over several days', [outage('09T14:50', 3 * 24 * 60)], 4],
    [
      'once where two overlap',
      [outage('10T10:00', 3), outage('10T10:01', 3)],
      0,
    ],
  ])('%s', (_, facts, days) => {
    expect(measure(...facts)).toMatchObject({ value: days, n: days });
  });

  it('cuts days in the zone of the calendar', () => {
    // Three minutes on both sides of midnight in Shanghai, at 16:00 in UTC.
    const facts = [outage('10T23:57', 6)];
    const days = (timeZone: string | undefined) =>
      reportableOutageDays.measure(
        input({
          facts,
          calendars: {
            work: AROUND_THE_CLOCK,
            session: { ...AROUND_THE_CLOCK, timeZone },
          },
        }),
      ).value;
    expect(days(undefined)).toBe(0);
    expect(days('UTC')).toBe(1);
  });

  it('is not 0 where nobody was listening', () => {
    const measurement = reportableOutageDays.measure(
      input({
        calendars,
        connections: { incident: connection({ since: daysAgo(3) }) },
      }),
    );
    expect(measurement.status).toBe('insufficient');
    expect(measurement).not.toHaveProperty('value');
  });
});
