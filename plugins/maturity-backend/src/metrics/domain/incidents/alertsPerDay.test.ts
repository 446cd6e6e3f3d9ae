import { AS_OF, at, connection, input, times } from '../../__testUtils__/facts';
import { alert } from '../../__testUtils__/incidents';
import { alertsPerDay } from './alertsPerDay';

/** Ten local days up to as-of, which is on the 20th. */
const window = { from: at('2026-11-11T00:00'), to: AS_OF };

/** A number of alerts on a day of November. */
function alertsOn(day: number, count: number) {
  return times(count, i =>
    alert(`${day}-${i}`, { startedAt: at(`2026-11-${day}T10:00`) + i }),
  );
}

describe('alertsPerDay', () => {
  it('is the worked example of its page', () => {
    const facts = [...alertsOn(11, 2), ...alertsOn(15, 10), ...alertsOn(20, 8)];
    expect(alertsPerDay.measure(input({ facts, window }))).toMatchObject({
      status: 'ok',
      statistic: 'p90',
      value: 8.2,
      n: 20,
      distribution: { mean: 2, p50: 0, p90: 8.2, max: 10 },
    });
  });

  it('cuts days at local midnight', () => {
    const facts = [
      alert('before', { startedAt: at('2026-11-15T23:59:59.999') }),
      alert('after', { startedAt: at('2026-11-16T00:00') }),
    ];
    expect(
      alertsPerDay.measure(input({ facts, window })).distribution?.max,
    ).toBe(1);
  });

  it('is 0 where nothing fired and somebody was listening', () => {
    expect(alertsPerDay.measure(input({ window }))).toMatchObject({
      status: 'ok',
      value: 0,
      n: 0,
    });
  });

  it('knows nothing of the days before the source was connected', () => {
    const connections = {
      alert: connection({ since: at('2026-11-19T12:00') }),
    };
    expect(
      alertsPerDay.measure(
        input({ facts: alertsOn(20, 6), window, connections }),
      ),
    ).toMatchObject({ status: 'ok', n: 6, distribution: { mean: 3, max: 6 } });
    const silent = alertsPerDay.measure(input({ window, connections }));
    expect(silent.status).toBe('insufficient');
    expect(silent).not.toHaveProperty('value');
  });

  it('sees an alert that fired before its source was heard of first', () => {
    const connections = {
      alert: connection({ since: at('2026-11-19T12:00') }),
    };
    expect(
      alertsPerDay.measure(
        input({ facts: alertsOn(18, 3), window, connections }),
      ).distribution,
    ).toMatchObject({ mean: 1, max: 3 });
  });
});
