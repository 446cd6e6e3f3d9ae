import fc from 'fast-check';
import { epochOf } from './epochOf';
import { quoteBigIntegers } from './quoteBigIntegers';

/** What a payload says, read as this module reads it. */
function fromJson(digits: string) {
  const { at } = JSON.parse(quoteBigIntegers(`{"at":${digits}}`));
  return epochOf(at);
}

/** Instants at which every scale is told apart: from 1973 to 2286. */
const instants = fc.integer({ min: 100_000_000_000, max: 9_999_999_999_999 });

describe('epochOf', () => {
  it.each([
    ['seconds', '1420452191', 1420452191000],
    ['milliseconds', '1420452191104', 1420452191104],
    ['microseconds', '1420452191104999', 1420452191104],
    ['nanoseconds', '1420452224764002246', 1420452224764],
    // A number whose double lies below it, so that dividing it by a million
    // loses a millisecond.
    [
      'nanoseconds of a whole millisecond',
      '1639521281406000000',
      1639521281406,
    ],
  ])('reads %s', (_, digits, time) => {
    expect(epochOf(digits)).toBe(time);
    expect(fromJson(digits)).toBe(time);
  });

  it.each(['0', '000', '', '-5', '1.5', '1e12', 'soon', '1'.repeat(21)])(
    'reads no time in "%s"',
    digits => {
      expect(epochOf(digits)).toBeUndefined();
    },
  );

  it('loses no millisecond in any scale, with whatever finer digits', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 999_999 }),
        (ms, fine) => {
          const nanoseconds = BigInt(ms) * 1_000_000n + BigInt(fine);
          expect(fromJson(`${nanoseconds}`)).toBe(ms);
          expect(fromJson(`${nanoseconds / 1000n}`)).toBe(ms);
          expect(fromJson(`${ms}`)).toBe(ms);
          expect(fromJson(`${Math.floor(ms / 1000)}`)).toBe(
            Math.floor(ms / 1000) * 1000,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is needed: plain JSON and division would lose some', () => {
    const plain = (digits: string) =>
      Math.floor(JSON.parse(digits) / 1_000_000);
    const lost = Array.from({ length: 2000 }, (_, ms) => 1639521280000 + ms)
      .map(ms => plain(`${ms}000000`) - ms)
      .filter(difference => difference !== 0);
    expect(new Set(lost)).toEqual(new Set([-1]));
  });
});
