import {
  AROUND_THE_CLOCK,
  WEEKDAYS,
  type Calendar,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  at,
  connection,
  DAY,
  HOUR,
  input,
  MINUTE,
} from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { burnRates } from './burnRates';

type Asked = Parameters<typeof input>[0];

/** Outages by the minutes before as-of at which they began and ended. */
function measured(id: string, outages: [number, number][], asked: Asked = {}) {
  const metric = burnRates.find(({ definition }) => definition.id === id)!;
  return metric.measure(
    input({
      subject: { availabilityTarget: 0.999 },
      facts: outages.map(([from, to], i) =>
        incident(`i${i}`, {
          startedAt: AS_OF - from * MINUTE,
          ...(to === 0 ? {} : { restoredAt: AS_OF - to * MINUTE }),
        }),
      ),
      ...asked,
    }),
  );
}

describe('burnRates', () => {
  it.each([
    // Down for the last three minutes: 3 of 60, and 3 of 5.
    ['burn-rate-1h', [[3, 0]], 50],
    // Six minutes of an hour, and none of the last five.
    ['burn-rate-1h', [[20, 14]], 0],
    // The last half hour is the lesser: 1 of 30 against 30 of 360.
    [
      'burn-rate-6h',
      [
        [300, 271],
        [1, 0],
      ],
      1000 / 30,
    ],
    ['burn-rate-3d', [[3 * 24 * 60, 0]], 1000],
  ] as [string, [number, number][], number][])(
    '%s with outages of %j is %d',
    (id, outages, value) => {
      const measurement = measured(id, outages);
      expect(measurement).toMatchObject({ status: 'ok', unit: 'times' });
      expect(measurement.value).toBeCloseTo(value, 9);
    },
  );

  it('is the lesser of both, so that it exceeds a limit where both do', () => {
    // 14.4 times over an hour is 51.84 s of downtime at 99.9 %.
    const value = measured('burn-rate-1h', [[0.9, 0]]).value!;
    expect(value).toBeCloseTo(15, 9);
    expect(value).toBeGreaterThan(14.4);
  });

  it('is 0 where nothing happened, with the window that was asked for', () => {
    const measurement = measured('burn-rate-6h', []);
    expect(measurement).toMatchObject({
      status: 'ok',
      value: 0,
      n: 0,
      window: input().window,
    });
  });

  it('asks for the target', () => {
    expect(measured('burn-rate-1h', [[3, 0]], { subject: {} })).toMatchObject({
      status: 'no-source',
      needs: ['availability-target'],
    });
  });

  it('is insufficient where the source was connected within the window', () => {
    const since = AS_OF - 20 * MINUTE;
    const measurement = measured('burn-rate-1h', [], {
      connections: { incident: connection({ since }) },
    });
    expect(measurement).toMatchObject({
      status: 'insufficient',
      connectedSince: since,
    });
    expect(measurement).not.toHaveProperty('value');
  });

  it('has none where no downtime at all was agreed', () => {
    expect(
      measured('burn-rate-1h', [[3, 0]], { subject: { availabilityTarget: 1 } })
        .status,
    ).toBe('none');
  });

  describe('with the hours of an exchange', () => {
    const exchange: Calendar = {
      ...WEEKDAYS,
      use: 'session',
      hours: [
        { from: '09:30', to: '11:30' },
        { from: '13:00', to: '15:00' },
      ],
    };
    const calendars = { work: WEEKDAYS, session: exchange };

    it('counts only them, of clock windows', () => {
      // As-of is 13:30: of the last hour only half was traded.
      const value = measured('burn-rate-1h', [[45, 0]], { calendars }).value!;
      expect(value).toBeCloseTo(1000, 9);
      expect(
        measured('burn-rate-1h', [[45, 0]], {
          calendars: { work: WEEKDAYS, session: AROUND_THE_CLOCK },
        }).value,
      ).toBeCloseTo(750, 9);
    });

    it.each([
      ['at night', '2026-11-20T22:00'],
      ['at noon, six minutes after the morning session', '2026-11-20T11:36'],
      ['on a Sunday', '2026-11-22T10:00'],
    ])('has none %s', (_, time) => {
      const measurement = measured('burn-rate-1h', [], {
        calendars,
        asOf: at(time),
        window: { from: at(time) - DAY, to: at(time) },
      });
      expect(measurement.status).toBe('none');
      expect(measurement).not.toHaveProperty('value');
    });

    it('looks back over the weekend with three days', () => {
      const monday = at('2026-11-23T10:30');
      const fact = incident('friday', {
        startedAt: at('2026-11-20T14:00'),
        restoredAt: at('2026-11-20T15:00'),
      });
      const [, , days] = burnRates;
      expect(
        days.measure(
          input({
            facts: [fact, incident('now', { startedAt: monday - 6 * MINUTE })],
            subject: { availabilityTarget: 0.999 },
            calendars,
            asOf: monday,
            window: { from: monday - DAY, to: monday },
          }),
        ).value,
        // 60 and 6 of 300 minutes (Friday from 10:30, Monday an hour); of the
        // last six hours, 6 of 60.
      ).toBeCloseTo(100, 9);
    });
  });

  it('takes an outage of the second in which it is looked at', () => {
    expect(measured('burn-rate-1h', [[1 / 60, 0]]).n).toBe(1);
    expect(measured('burn-rate-1h', [[2 * HOUR, 61]]).n).toBe(0);
  });
});
