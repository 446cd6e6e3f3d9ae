import { AS_OF, daysAgo, input, times } from '../../__testUtils__/facts';
import { alert } from '../../__testUtils__/incidents';
import { alertPrecision } from './alertPrecision';

describe('alertPrecision', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(12, i =>
        alert(`known ${i}`, { startedAt: daysAgo(i + 1), actionable: i < 9 }),
      ),
      ...times(4, i => alert(`unknown ${i}`, { startedAt: daysAgo(i + 1) })),
      alert('warning', {
        startedAt: daysAgo(1),
        severity: 'warning',
        actionable: false,
      }),
      alert('to come', { startedAt: AS_OF, actionable: true }),
      alert('before', { startedAt: daysAgo(91), actionable: true }),
      alert('at no time', { actionable: true }),
    ];
    expect(alertPrecision.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 9 / 13,
      numerator: 9,
      denominator: 13,
      unknown: 4,
    });
  });

  it('has no value where nobody says what was actionable', () => {
    const facts = [alert('a', { startedAt: daysAgo(1) })];
    const measurement = alertPrecision.measure(input({ facts }));
    expect(measurement).toMatchObject({ n: 0, unknown: 1 });
    expect(measurement).not.toHaveProperty('value');
  });
});
