import { daysAgo, input } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { capacityIncidents } from './capacityIncidents';

describe('capacityIncidents', () => {
  it('is the worked example of its page', () => {
    const startedAt = daysAgo(5);
    const facts = [
      incident('1', { startedAt, cause: 'capacity' }),
      incident('2', { startedAt, cause: 'capacity' }),
      incident('3', { startedAt, cause: 'change' }),
      incident('4', { startedAt }),
      incident('5', { startedAt, cause: 'capacity', scheduled: true }),
      incident('6', { startedAt: daysAgo(91), cause: 'capacity' }),
    ];
    expect(capacityIncidents.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 2,
      n: 2,
      unknown: 1,
      evidence: [
        { key: '1', role: 'against' },
        { key: '2', role: 'against' },
      ],
    });
  });
});
