import fc from 'fast-check';
import { intersectionOf, lengthOf, overlapWith, unionOf } from './intervals';

const window = (from: number, to: number) => ({ from, to });

const windows = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 12 }))
    .map(([from, length]) => window(from, from + length)),
  { maxLength: 20 },
);

/** The instants of intervals, one by one. */
function instants(intervals: { from: number; to: number }[]): number[] {
  const all = new Set<number>();
  for (const { from, to } of intervals) {
    for (let at = from; at < to; at += 1) {
      all.add(at);
    }
  }
  return [...all].sort((a, b) => a - b);
}

describe('unionOf', () => {
  it.each([
    ['nothing', [], []],
    ['an empty one', [window(3, 3)], []],
    ['apart', [window(5, 6), window(1, 2)], [window(1, 2), window(5, 6)]],
    ['touching', [window(1, 2), window(2, 3)], [window(1, 3)]],
    ['overlapping', [window(1, 5), window(2, 7)], [window(1, 7)]],
    ['inside', [window(1, 9), window(2, 3)], [window(1, 9)]],
    [
      'without an end',
      [window(1, Infinity), window(2, 3)],
      [window(1, Infinity)],
    ],
  ])('of %s', (_, intervals, expected) => {
    expect(unionOf(intervals)).toEqual(expected);
  });

  it('has the same instants', () => {
    fc.assert(
      fc.property(windows, intervals => {
        const union = unionOf(intervals);
        expect(instants(union)).toEqual(instants(intervals));
        expect(lengthOf(union)).toBe(instants(intervals).length);
      }),
    );
  });
});

describe('intersectionOf', () => {
  it('has the instants of both', () => {
    fc.assert(
      fc.property(windows, windows, (a, b) => {
        const both = new Set(instants(b));
        expect(instants(intersectionOf(unionOf(a), unionOf(b)))).toEqual(
          instants(a).filter(at => both.has(at)),
        );
      }),
    );
  });
});

describe('overlapWith', () => {
  it('is the intersection with one interval', () => {
    fc.assert(
      fc.property(windows, windows, (spans, others) => {
        const union = unionOf(spans);
        for (const other of others) {
          const common = instants(intersectionOf(union, unionOf([other])));
          expect(overlapWith(union, other)).toEqual({
            total: common.length,
            ...(common.length > 0 ? { first: common[0] } : {}),
          });
        }
      }),
    );
  });
});
