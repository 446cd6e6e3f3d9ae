import type { AlertFields } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, at, connection, input, times } from '../../__testUtils__/facts';
import { alert } from '../../__testUtils__/incidents';
import { pagesPerShift } from './pagesPerShift';

/** Four local days, twelve shifts. */
const window = { from: at('2026-11-17T00:00'), to: AS_OF };

function pages(time: string, count: number, fields: AlertFields = {}) {
  return times(count, i =>
    alert(`${time} ${i}`, { startedAt: at(time) + i, ...fields }),
  );
}

describe('pagesPerShift', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...pages('2026-11-17T03:00', 4),
      ...pages('2026-11-18T09:00', 10),
      ...pages('2026-11-19T22:00', 1),
      ...pages('2026-11-19T23:00', 3, { severity: 'warning' }),
    ];
    expect(pagesPerShift.measure(input({ facts, window }))).toMatchObject({
      status: 'ok',
      statistic: 'p90',
      value: 3.7,
      n: 15,
      unknown: 0,
      distribution: { mean: 1.25, p50: 0, max: 10 },
    });
  });

  it('begins shifts at 0, 8 and 16 o’clock', () => {
    const most = (...times_: string[]) =>
      pagesPerShift.measure(
        input({ facts: times_.flatMap(time => pages(time, 1)), window }),
      ).distribution?.max;
    expect(most('2026-11-18T07:59:59', '2026-11-18T08:00')).toBe(1);
    expect(most('2026-11-18T08:00', '2026-11-18T15:59:59')).toBe(2);
    expect(most('2026-11-18T15:59:59', '2026-11-18T16:00')).toBe(1);
    expect(most('2026-11-18T23:59:59', '2026-11-19T00:00')).toBe(1);
  });

  it('counts an alert of unknown severity', () => {
    const facts = pages('2026-11-18T09:00', 1, { severity: undefined });
    expect(pagesPerShift.measure(input({ facts, window }))).toMatchObject({
      n: 1,
      unknown: 1,
      distribution: { max: 1 },
    });
  });

  it('knows nothing of the shifts before the source was connected', () => {
    const connections = {
      alert: connection({ since: at('2026-11-20T00:00') }),
    };
    expect(
      pagesPerShift.measure(
        input({ facts: pages('2026-11-20T09:00', 6), window, connections }),
      ),
    ).toMatchObject({ status: 'ok', n: 6, distribution: { mean: 2, max: 6 } });
  });

  it('changes at midnight and not with every shift', () => {
    const facts = pages('2026-11-18T09:00', 5);
    const mean = (time: string) =>
      pagesPerShift.measure(
        input({
          facts,
          window: { from: window.from, to: at(time) },
          asOf: at(time),
        }),
      ).distribution?.mean;
    expect(mean('2026-11-20T23:59')).toBe(mean('2026-11-20T00:01'));
    expect(mean('2026-11-21T00:01')).not.toBe(mean('2026-11-20T23:59'));
  });
});
