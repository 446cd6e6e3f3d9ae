import fc from 'fast-check';
import { restUntilOf, retryAtOf } from './retryAtOf';

const NOW = Date.UTC(2026, 10, 20, 8);
const SECOND = 1000;

const reader = (headers: Record<string, string>) => (name: string) =>
  headers[name];

describe('retryAtOf', () => {
  it.each([
    [{ 'retry-after': '120' }, NOW + 120 * SECOND],
    [{ 'retry-after': 'Fri, 20 Nov 2026 08:01:00 GMT' }, NOW + 60 * SECOND],
    // In the past already.
    [{ 'retry-after': 'Fri, 20 Nov 2026 07:00:00 GMT' }, NOW],
    [
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / SECOND + 90),
      },
      NOW + 90 * SECOND,
    ],
    [
      { 'ratelimit-remaining': '0', 'ratelimit-reset': '30' },
      NOW + 30 * SECOND,
    ],
    // What it says itself is nearer than what is derived from the quota.
    [
      {
        'retry-after': '5',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / SECOND + 90),
      },
      NOW + 5 * SECOND,
    ],
  ])('reads %j', (headers, expected) => {
    expect(retryAtOf(reader(headers as Record<string, string>), NOW)).toBe(
      expected,
    );
  });

  it.each([
    {},
    { 'retry-after': 'soon' },
    { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '1900000000' },
    { 'x-ratelimit-remaining': '0' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'NaN' },
  ])('finds nothing in %j', headers => {
    expect(
      retryAtOf(reader(headers as Record<string, string>), NOW),
    ).toBeUndefined();
  });

  it('is never in the past and always a time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (after, reset) => {
        const at = retryAtOf(
          reader({
            'retry-after': after,
            'ratelimit-remaining': '0',
            'ratelimit-reset': reset,
          }),
          NOW,
        );
        expect(
          at === undefined || (Number.isSafeInteger(at) && at >= NOW),
        ).toBe(true);
      }),
    );
  });
});

describe('restUntilOf', () => {
  const left = (remaining: string, limit = '5000') =>
    restUntilOf(
      reader({
        'x-ratelimit-limit': limit,
        'x-ratelimit-remaining': remaining,
        'x-ratelimit-reset': String(NOW / SECOND + 600),
      }),
      { now: NOW, reserve: 0.1 },
    );

  it('leaves a share to others', () => {
    expect(left('500')).toBeUndefined();
    expect(left('499')).toBe(NOW + 600 * SECOND);
  });

  it('knows no limit where none is told', () => {
    expect(left('', '')).toBeUndefined();
    expect(restUntilOf(reader({}), { now: NOW, reserve: 0.1 })).toBeUndefined();
  });
});
