import {
  AS_OF,
  connection,
  DAY,
  daysAgo,
  HOUR,
  input,
} from '../__testUtils__/facts';
import { measurementStatus } from './measurementStatus';

const ratio = {
  requires: ['deployment' as const],
  unit: 'ratio' as const,
  minimum: 10,
};
const rate = { ...ratio, unit: 'per-day' as const, minimum: 0 };

const partly = { deployment: connection({ since: daysAgo(30) }) };
const silent = {
  deployment: connection({
    lastSeen: AS_OF - 3 * HOUR,
    staleAfterMs: 3 * HOUR - 1,
  }),
};

describe('measurementStatus', () => {
  it.each([
    ['at the minimum', ratio, {}, 10, 0, 'ok'],
    ['one below the minimum', ratio, {}, 9, 0, 'insufficient'],
    ['nothing happened', ratio, {}, 0, 0, 'none'],
    ['something is going on', ratio, {}, 0, 1, 'insufficient'],
    ['a rate of nothing', rate, {}, 0, 0, 'ok'],
    ['a rate of something', rate, {}, 1, 0, 'ok'],
    ['partly connected, nothing seen', ratio, partly, 0, 0, 'insufficient'],
    ['partly connected, too few', ratio, partly, 9, 0, 'insufficient'],
    ['partly connected, enough', ratio, partly, 10, 0, 'ok'],
    ['a rate of nothing, partly', rate, partly, 0, 0, 'insufficient'],
    ['a rate of something, partly', rate, partly, 1, 0, 'ok'],
    ['silent, enough', ratio, silent, 10, 0, 'stale'],
    ['silent, nothing', ratio, silent, 0, 0, 'stale'],
    ['silent, a rate', rate, silent, 0, 0, 'stale'],
  ])('%s', (_, definition, connections, n, open, status) => {
    expect(
      measurementStatus({
        definition,
        input: input({
          connections: { deployment: connection(), ...connections },
        }),
        n,
        open,
      }).status,
    ).toBe(status);
  });

  it('names the kinds without a source, before anything else', () => {
    expect(
      measurementStatus({
        definition: { ...ratio, requires: ['run', 'deployment', 'change'] },
        input: input({ connections: silent }),
        n: 10,
        open: 0,
      }),
    ).toEqual({ status: 'no-source', missing: ['run', 'change'] });
  });

  it('has no source in a window before the connection', () => {
    const window = { from: daysAgo(60), to: daysAgo(30) };
    const statusSince = (since: number) =>
      measurementStatus({
        definition: rate,
        input: input({
          window,
          connections: { deployment: connection({ since }) },
        }),
        n: 0,
        open: 0,
      });
    expect(statusSince(window.to)).toEqual({
      status: 'no-source',
      missing: ['deployment'],
    });
    expect(statusSince(window.to - 1)).toEqual({
      status: 'insufficient',
      connectedSince: window.to - 1,
    });
    expect(statusSince(window.from + 1).status).toBe('insufficient');
    expect(statusSince(window.from)).toEqual({ status: 'ok' });
  });

  it('says since when, by the source that was connected last', () => {
    expect(
      measurementStatus({
        definition: { ...ratio, requires: ['run', 'deployment'] },
        input: input({
          connections: {
            run: connection({ since: daysAgo(10) }),
            deployment: connection({ since: daysAgo(40) }),
          },
        }),
        n: 10,
        open: 0,
      }),
    ).toEqual({ status: 'ok', connectedSince: daysAgo(10) });
  });

  it.each([
    ['heard of in time', AS_OF - HOUR, HOUR, 'ok'],
    ['one millisecond too late', AS_OF - HOUR - 1, HOUR, 'stale'],
    ['never stale by push', daysAgo(80), undefined, 'ok'],
  ])('%s', (_, lastSeen, staleAfterMs, status) => {
    expect(
      measurementStatus({
        definition: ratio,
        input: input({
          connections: { deployment: connection({ lastSeen, staleAfterMs }) },
        }),
        n: 10,
        open: 0,
      }).status,
    ).toBe(status);
  });

  it('does not call a window stale that the source lived through', () => {
    const statusOf = (window: { from: number; to: number }) =>
      measurementStatus({
        definition: ratio,
        input: input({
          window,
          connections: {
            deployment: connection({
              lastSeen: daysAgo(10),
              staleAfterMs: DAY,
            }),
          },
        }),
        n: 10,
        open: 0,
      }).status;
    expect(statusOf({ from: daysAgo(20), to: daysAgo(10) })).toBe('ok');
    expect(statusOf({ from: daysAgo(20), to: daysAgo(8) })).toBe('stale');
    // As-of is what counts for a window that reaches into the future.
    expect(statusOf({ from: daysAgo(20), to: AS_OF + DAY })).toBe('stale');
  });
});
