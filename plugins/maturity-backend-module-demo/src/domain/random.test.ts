import fc from 'fast-check';
import { createRandom } from './random';

describe('createRandom', () => {
  it('gives the same numbers everywhere', () => {
    const random = createRandom(42, 'walkthrough');
    const again = createRandom(42, 'walkthrough');
    const numbers = Array.from({ length: 5 }, () => random.next());

    expect(numbers).toEqual(Array.from({ length: 5 }, () => again.next()));
    expect(createRandom(43, 'walkthrough').next()).not.toBe(numbers[0]);
    expect(createRandom(42, 'walkthrougi').next()).not.toBe(numbers[0]);
  });

  it('stays inside its range and reaches both ends', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const random = createRandom(seed, 'range');
        const seen = new Set(
          Array.from({ length: 200 }, () => random.integer(3, 5)),
        );
        expect([...seen].sort()).toEqual([3, 4, 5]);
        expect(random.hex(40)).toMatch(/^[0-9a-f]{40}$/);
      }),
    );
  });
});
