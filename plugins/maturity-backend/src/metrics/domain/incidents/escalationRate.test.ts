import { daysAgo, input, times } from '../../__testUtils__/facts';
import { alert } from '../../__testUtils__/incidents';
import { escalationRate } from './escalationRate';

const startedAt = daysAgo(4);

describe('escalationRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(18, i => alert(`taken ${i}`, { startedAt, escalated: false })),
      ...times(2, i => alert(`passed ${i}`, { startedAt, escalated: true })),
      ...times(5, i => alert(`silent ${i}`, { startedAt })),
      alert('before', { startedAt: daysAgo(91), escalated: true }),
    ];
    expect(escalationRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.1,
      numerator: 2,
      denominator: 20,
      unknown: 5,
    });
  });

  it('has no value where nobody tells of escalations', () => {
    const facts = [alert('a', { startedAt })];
    const measurement = escalationRate.measure(input({ facts }));
    expect(measurement).toMatchObject({ n: 0, unknown: 1 });
    expect(measurement).not.toHaveProperty('value');
  });
});
