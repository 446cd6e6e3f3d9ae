import fc from 'fast-check';
import { quoteBigIntegers } from './quoteBigIntegers';

describe('quoteBigIntegers', () => {
  it.each([
    ['{"a":1420452224764002246}', '{"a":"1420452224764002246"}'],
    [
      '[ 1420452224764002246 ,-1420452224764002246]',
      '[ "1420452224764002246" ,"-1420452224764002246"]',
    ],
    ['1420452224764002246', '"1420452224764002246"'],
    ['{"a":1420452191104}', '{"a":1420452191104}'],
    ['{"a":0.1234567890123456789}', '{"a":0.1234567890123456789}'],
    ['{"a":1234567890123456789.5}', '{"a":1234567890123456789.5}'],
    ['{"a":1e+1234567890123456789}', '{"a":1e+1234567890123456789}'],
    ['{"a":1234567890123456789e5}', '{"a":1234567890123456789e5}'],
    ['{"a":"id 1420452224764002246"}', '{"a":"id 1420452224764002246"}'],
    ['{"\\"1420452224764002246":1}', '{"\\"1420452224764002246":1}'],
    [
      '{"a":"line\\\\","b":1420452224764002246}',
      '{"a":"line\\\\","b":"1420452224764002246"}',
    ],
    [
      '{"a":"never closed 1420452224764002246',
      '{"a":"never closed 1420452224764002246',
    ],
    ['{"a":01420452224764002246}', '{"a":01420452224764002246}'],
  ])('makes of %s', (json, quoted) => {
    expect(quoteBigIntegers(json)).toBe(quoted);
  });

  it('changes nothing else in any JSON', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        const plain = JSON.parse(json);
        const small = JSON.stringify(plain, (_, value) =>
          typeof value === 'number' && Math.abs(value) >= 1e15 ? 0 : value,
        );
        expect(JSON.parse(quoteBigIntegers(small))).toEqual(JSON.parse(small));
      }),
      { numRuns: 200 },
    );
  });

  it('takes a long text in its stride, closed or not', () => {
    const text = '\\"'.repeat(1_000_000);
    for (const json of [`"${text}"`, `"${text}`]) {
      expect(quoteBigIntegers(json)).toBe(json);
    }
  });
});
