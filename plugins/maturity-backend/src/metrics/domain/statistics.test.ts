import fc from 'fast-check';
import { distribution, mean, percentile, ratio } from './statistics';

const durations = fc.array(fc.integer({ min: 0, max: 7_776_000_000 }), {
  minLength: 1,
  maxLength: 60,
});

describe('ratio', () => {
  it.each([
    [18, 19, 18 / 19],
    [0, 7, 0],
    [7, 7, 1],
  ])('%d of %d', (numerator, denominator, expected) => {
    expect(ratio(numerator, denominator)).toBe(expected);
  });

  it('has no value for nothing', () => {
    expect(ratio(0, 0)).toBeUndefined();
  });

  it.each([
    [0.5, 1],
    [1, NaN],
    [1, 2 ** 53],
  ])('refuses %d of %d', (numerator, denominator) => {
    expect(() => ratio(numerator, denominator)).toThrow(
      'Statistics take whole milliseconds and counts, not',
    );
  });
});

describe('mean', () => {
  it('is one division of an exact sum', () => {
    expect(mean([1, 2, 4])).toBe(7 / 3);
    expect(mean([])).toBeUndefined();
  });

  it('refuses a sum that is not exact', () => {
    expect(() => mean([2 ** 52, 2 ** 52])).toThrow('not 9007199254740992');
  });
});

describe('percentile', () => {
  // Reference values of PostgreSQL's percentile_cont.
  it.each([
    ['the median of an even number is interpolated', [1, 2, 3, 4], 50, 2.5],
    ['not the lower one', [10, 20], 50, 15],
    ['nor that of ties', [1, 1, 1, 9], 50, 1],
    ['the median of an odd number is the middle', [1, 2, 9], 50, 2],
    ['p85', [0, 10, 20, 30, 40], 85, 34],
    ['p90', [0, 10, 20, 30, 40], 90, 36],
    ['p95', [0, 10, 20, 30, 40], 95, 38],
    ['the minimum', [3, 5], 0, 3],
    ['the maximum', [3, 5], 100, 5],
    ['a single value', [7], 90, 7],
    ['a third', [0, 1, 2, 3], 85, 2.55],
  ])('%s', (_, values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });

  it('has no value for nothing', () => {
    expect(percentile([], 50)).toBeUndefined();
  });

  it('refuses what is not a percentage', () => {
    expect(() => percentile([1], 101)).toThrow('lies from 0 to 100');
    expect(() => percentile([1], 99.9)).toThrow('not 99.9');
  });

  it('lies between its neighbours and grows with the percentage', () => {
    fc.assert(
      fc.property(
        durations,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (values, a, b) => {
          const sorted = [...values].sort((x, y) => x - y);
          const [low, high] = a < b ? [a, b] : [b, a];
          const lower = percentile(sorted, low)!;
          const upper = percentile(sorted, high)!;
          expect(lower).toBeLessThanOrEqual(upper);
          expect(lower).toBeGreaterThanOrEqual(sorted[0]);
          expect(upper).toBeLessThanOrEqual(sorted[sorted.length - 1]);
        },
      ),
    );
  });
});

describe('distribution', () => {
  it('leaves its argument alone', () => {
    const values = Object.freeze([40, 0, 20, 10, 30]);
    expect(distribution(values)).toEqual({
      mean: 20,
      p50: 20,
      p85: 34,
      p90: 36,
      p95: 38,
      max: 40,
    });
  });

  it('sorts as numbers', () => {
    expect(distribution([9, 10, 100])!.p50).toBe(10);
  });

  it('has no value for nothing', () => {
    expect(distribution([])).toBeUndefined();
  });

  it('gives the same bytes for any order', () => {
    fc.assert(
      fc.property(
        durations.chain(values =>
          fc.tuple(
            fc.constant(values),
            fc.shuffledSubarray(values, {
              minLength: values.length,
              maxLength: values.length,
            }),
          ),
        ),
        ([values, shuffled]) => {
          expect(JSON.stringify(distribution(shuffled))).toBe(
            JSON.stringify(distribution(values)),
          );
        },
      ),
    );
  });
});
