import { WEEKDAYS } from '@devops-scorecards/plugin-maturity-common';
import { at, change, input, times } from '../../__testUtils__/facts';
import { integrationsPerDay } from './integrationsPerDay';

describe('integrationsPerDay', () => {
  it('is the arithmetic of a published case: 399 in 61 working days', () => {
    // The State Council's days off and make-up days of autumn 2023.
    const work = {
      ...WEEKDAYS,
      holidays: [
        '2023-09-29',
        '2023-10-02',
        '2023-10-03',
        '2023-10-04',
        '2023-10-05',
        '2023-10-06',
      ],
      extraDays: ['2023-10-07', '2023-10-08'],
    };
    const window = {
      from: at('2023-07-30T00:00:00'),
      to: at('2023-10-27T18:00:00'),
    };
    const step = (window.to - window.from) / 399;
    const requests = times(399, i =>
      change(`r${i}`, { mergedAt: Math.floor(window.from + i * step) }),
    );
    const pushes = requests.map(({ key, fields }) =>
      change(`p${key}`, { ...fields, form: 'push', headSha: fields.mergeSha }),
    );
    const bots = times(40, i =>
      change(`b${i}`, { mergedAt: window.from + i, bot: true }),
    );
    const { calendars } = input();
    const measurement = integrationsPerDay.measure(
      input({
        facts: [...requests, ...pushes, ...bots],
        window,
        asOf: window.to,
        calendars: { ...calendars, work },
      }),
    );
    expect(measurement).toMatchObject({
      status: 'ok',
      n: 399,
      numerator: 399,
      denominator: 61,
    });
    expect(measurement.value!.toFixed(2)).toBe('6.54');
  });

  it('counts a merge and its push once though midnight lies between them', () => {
    const midnight = at('2026-11-18T00:00:00');
    const facts = [
      change('r', { mergedAt: midnight - 1, mergeSha: 'm' }),
      change('p', { form: 'push', mergedAt: midnight + 1, mergeSha: 'm' }),
    ];
    const count = (from: number, to: number) =>
      integrationsPerDay.measure(input({ facts, window: { from, to } })).n;
    expect(count(at('2026-11-17T00:00:00'), midnight)).toBe(1);
    expect(count(midnight, at('2026-11-19T00:00:00'))).toBe(0);
  });

  it('takes the start of the window and leaves its end', () => {
    const window = {
      from: at('2026-11-16T00:00:00'),
      to: at('2026-11-18T00:00:00'),
    };
    const facts = [
      change('before', { mergedAt: window.from - 1 }),
      change('first', { mergedAt: window.from }),
      change('after', { mergedAt: window.to }),
    ];
    expect(integrationsPerDay.measure(input({ facts, window }))).toMatchObject({
      n: 1,
      value: 1 / 2,
      evidence: [{ key: 'first', role: 'for' }],
    });
  });
});
