import { AROUND_THE_CLOCK } from '@devops-scorecards/plugin-maturity-common';
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
import { errorBudget } from './errorBudget';

const window = { from: daysAgo(30), to: AS_OF };
const start = daysAgo(5);

function measure(minutes: number[], options: Parameters<typeof input>[0] = {}) {
  return errorBudget.measure(
    input({
      facts: minutes.map((length, i) =>
        incident(`i${i}`, {
          startedAt: start + i * HOUR,
          restoredAt: start + i * HOUR + length * MINUTE,
        }),
      ),
      window,
      subject: { availabilityTarget: 0.999 },
      ...options,
    }),
  );
}

describe('errorBudget', () => {
  it('is the worked example of its page', () => {
    // 99.9 % of 30 days leave 43.2 minutes.
    expect(measure([10.8])).toMatchObject({
      status: 'ok',
      value: 0.75,
      numerator: 32.4 * MINUTE,
      denominator: 43.2 * MINUTE,
      n: 1,
    });
  });

  it.each([
    ['all left', [], 1],
    ['spent to the minute', [43.2], 0],
    ['overspent', [43.2, 21.6], -0.5],
  ])('%s', (_, minutes, value) => {
    expect(measure(minutes)).toMatchObject({ status: 'ok', value });
  });

  it('is of the whole window, also of what is still to come', () => {
    expect(
      measure([10.8], { window: { from: daysAgo(15), to: AS_OF + 15 * DAY } }),
    ).toMatchObject({ value: 0.75, denominator: 43.2 * MINUTE });
  });

  it('is of service hours', () => {
    const session = {
      ...AROUND_THE_CLOCK,
      hours: [{ from: '09:00', to: '10:00' }],
    };
    expect(
      measure([], { calendars: { work: session, session } }),
    ).toMatchObject({ denominator: 1.8 * MINUTE });
  });

  it('asks for the target', () => {
    expect(measure([10], { subject: {} })).toMatchObject({
      status: 'no-source',
      missing: [],
      needs: ['availability-target'],
      n: 0,
    });
  });

  it('has no value without data, nor where no downtime is agreed', () => {
    const without = [
      measure([], { connections: {} }),
      measure([], { connections: { incident: connection({ since: start }) } }),
      measure([], { subject: { availabilityTarget: 1 } }),
    ];
    expect(without.map(({ status }) => status)).toEqual([
      'no-source',
      'insufficient',
      'none',
    ]);
    for (const measurement of without) {
      expect(measurement).not.toHaveProperty('value');
    }
  });
});
