import fc from 'fast-check';
import { planSlice, smallerSlice } from './planSlice';

describe('planSlice', () => {
  it.each([
    [0, 10, 4, { from: 0, to: 4, last: false }],
    [4, 10, 4, { from: 4, to: 8, last: false }],
    [8, 10, 4, { from: 8, to: 10, last: true }],
    [6, 10, 4, { from: 6, to: 10, last: true }],
    [0, 1, 4, { from: 0, to: 1, last: true }],
    [10, 10, 4, undefined],
    [11, 10, 4, undefined],
    [0, 0, 4, undefined],
  ])('from %d of %d in slices of %d', (offset, total, size, expected) => {
    expect(planSlice({ offset, total, size })).toEqual(expected);
  });

  it('covers every file without a gap, and ends once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 600 }),
        (total, size) => {
          let offset = 0;
          let ends = 0;
          for (;;) {
            const slice = planSlice({ offset, total, size });
            if (!slice) {
              break;
            }
            expect(slice.from).toBe(offset);
            expect(slice.to - slice.from).toBeLessThanOrEqual(size);
            ends += slice.last ? 1 : 0;
            offset = slice.to;
          }
          expect([offset, ends]).toEqual([total, 1]);
        },
      ),
    );
  });
});

it.each([
  [1024 * 1024, 512 * 1024],
  [32 * 1024, 16 * 1024],
  [32 * 1024 - 1, undefined],
  [10, undefined],
])('a slice smaller than %d has %p', (size, expected) => {
  expect(smallerSlice(size)).toBe(expected);
});
