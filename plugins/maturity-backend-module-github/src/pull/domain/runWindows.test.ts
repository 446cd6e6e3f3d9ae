import fc from 'fast-check';
import { createdBetween, shorterWindow } from './runWindows';

const DAY_MS = 86_400_000;

describe('runWindows', () => {
  it('writes whole seconds with both ends inside', () => {
    expect(
      createdBetween({
        from: Date.UTC(2026, 0, 1, 0, 0, 0, 500),
        to: Date.UTC(2026, 0, 2, 0, 0, 0, 1),
      }),
    ).toBe('2026-01-01T00:00:00Z..2026-01-02T00:00:01Z');
  });

  it('leaves a span that GitHub hands out whole, or that is a minute', () => {
    const day = { from: 0, to: DAY_MS };
    expect(shorterWindow(day, 1000)).toBeUndefined();
    expect(shorterWindow({ from: 0, to: 60_000 }, 5000)).toBeUndefined();
    expect(shorterWindow(day, 1001)).toEqual({
      from: 0,
      to: expect.any(Number),
    });
  });

  it('always gets shorter, and no shorter than a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60_001, max: 400 * DAY_MS }),
        fc.integer({ min: 1001, max: 10_000_000 }),
        (length, total) => {
          const shorter = shorterWindow({ from: 5, to: 5 + length }, total)!;
          expect(shorter.from).toBe(5);
          expect(shorter.to - 5).toBeLessThan(length);
          expect(shorter.to - 5).toBeGreaterThanOrEqual(60_000);
        },
      ),
    );
  });
});
