import fc from 'fast-check';
import { takeLines } from './takeLines';

const MAX_LINE = 6;

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) =>
  bytes && new TextDecoder().decode(bytes);

/** All lines of a file that is sent in pieces of these sizes, in turn. */
function takeAll(file: Uint8Array, sizes: readonly number[]) {
  const lines: (string | undefined)[] = [];
  let [at, skipping, grow] = [0, false, 0];
  for (let turn = 0; at < file.length; turn += 1) {
    const size = sizes[turn % sizes.length] + grow;
    const piece = file.subarray(at, at + size);
    const taken = takeLines(piece, {
      skipping,
      last: at + piece.length === file.length,
      maxLine: MAX_LINE,
    });
    lines.push(...taken.lines.map(({ bytes }) => decode(bytes)));
    skipping = taken.skipping;
    grow = taken.taken === 0 ? grow + 1 : 0;
    at += taken.taken;
  }
  expect(skipping).toBe(false);
  return lines;
}

describe('lines of a piece of a file', () => {
  const take = (text: string, last = false, skipping = false) => {
    const { lines, ...rest } = takeLines(encode(text), {
      skipping,
      last,
      maxLine: MAX_LINE,
    });
    return {
      ...rest,
      lines: lines.map(({ bytes, end }) => [decode(bytes), end]),
    };
  };

  it.each([
    [
      'a\nbc\nd',
      false,
      [
        ['a', 2],
        ['bc', 5],
      ],
      5,
      false,
    ],
    [
      'a\nbc\nd',
      true,
      [
        ['a', 2],
        ['bc', 5],
        ['d', 6],
      ],
      6,
      false,
    ],
    [
      'a\n\nb\n',
      true,
      [
        ['a', 2],
        ['', 3],
        ['b', 5],
      ],
      5,
      false,
    ],
    ['', true, [], 0, false],
    ['abc', false, [], 0, false],
    ['abcde', false, [], 0, false],
    [
      '12345\n123456\n',
      false,
      [
        ['12345', 6],
        [undefined, 13],
      ],
      13,
      false,
    ],
    ['abcdef', false, [[undefined, 6]], 6, true],
    ['abcdef', true, [[undefined, 6]], 6, false],
  ])('of %j, the last one: %p', (text, last, lines, taken, skipping) => {
    expect(take(text, last)).toEqual({ lines, taken, skipping });
  });

  it('go on behind a line that was too long', () => {
    expect(take('xyz', false, true)).toEqual({
      lines: [],
      taken: 3,
      skipping: true,
    });
    expect(take('xyz', true, true).skipping).toBe(false);
    expect(take('xyz\na\n', false, true).lines).toEqual([['a', 6]]);
  });

  it('are the same in whatever pieces they are sent', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'ü', '\n'), {
      maxLength: 60,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(text, sizes, (characters, pieces) => {
        const file = characters.join('');
        const all = file.split('\n');
        if (all[all.length - 1] === '') {
          all.pop();
        }
        const expected = all.map((line, index) => {
          const isLast = index === all.length - 1 && !file.endsWith('\n');
          const size = encode(line).length + (isLast ? 0 : 1);
          return size > MAX_LINE || (isLast && size >= MAX_LINE)
            ? undefined
            : line;
        });
        expect(takeAll(encode(file), pieces)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
