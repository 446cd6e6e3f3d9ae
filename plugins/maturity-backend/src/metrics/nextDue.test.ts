import { at, connection, HOUR, TIME_ZONE } from './__testUtils__/facts';
import { nextDue } from './nextDue';

describe('nextDue', () => {
  const asOf = at('2026-11-20T13:30:00');
  const midnight = at('2026-11-21T00:00:00');

  it.each([
    ['midnight without sources', {}, midnight],
    ['midnight when nothing can go stale', { run: connection() }, midnight],
    [
      'the instant at which a source goes stale',
      {
        run: connection({ lastSeen: asOf, staleAfterMs: 3 * HOUR }),
        deployment: connection({ lastSeen: asOf, staleAfterMs: 2 * HOUR }),
      },
      asOf + 2 * HOUR + 1,
    ],
    [
      'midnight when a source is stale already',
      { run: connection({ lastSeen: asOf - 2 * HOUR, staleAfterMs: HOUR }) },
      midnight,
    ],
    [
      'midnight when a source goes stale after it',
      { run: connection({ lastSeen: asOf, staleAfterMs: 20 * HOUR }) },
      midnight,
    ],
  ])('is %s', (_, connections, expected) => {
    expect(nextDue({ connections, asOf, timeZone: TIME_ZONE })).toBe(expected);
  });
});
