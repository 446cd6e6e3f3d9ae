import { AS_OF, connection, daysAgo, input } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { incidentCount } from './incidentCount';

describe('incidentCount', () => {
  it('is the worked example of its page', () => {
    const facts = [
      incident('outage', { startedAt: daysAgo(5) }),
      incident('slow', { startedAt: daysAgo(6), impact: 'degraded' }),
      incident('late', { detectedAt: daysAgo(7) }),
      incident('before', { startedAt: daysAgo(91), restoredAt: daysAgo(5) }),
      incident('planned', { startedAt: daysAgo(5), scheduled: true }),
      incident('to come', { startedAt: AS_OF }),
    ];
    expect(incidentCount.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 3,
      n: 3,
      open: 0,
      unknown: 1,
    });
  });

  it('is 0 only while somebody was listening', () => {
    expect(incidentCount.measure(input())).toMatchObject({
      status: 'ok',
      value: 0,
    });
    const silent = incidentCount.measure(
      input({ connections: { incident: connection({ since: daysAgo(9) }) } }),
    );
    expect(silent.status).toBe('insufficient');
    expect(silent).not.toHaveProperty('value');
    expect(incidentCount.measure(input({ connections: {} })).status).toBe(
      'no-source',
    );
  });
});
