import fc from 'fast-check';
import { canonicalJson } from './canonicalJson';
import { isDeeperThan } from './isDeeperThan';

/** The same value with the members of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reversed);
  }
  if (typeof value === 'object' && value !== null) {
    const copy = Object.create(null);
    for (const [key, member] of Object.entries(value).reverse()) {
      copy[key] = reversed(member);
    }
    return copy;
  }
  return value;
}

describe('canonicalJson', () => {
  it('sorts by code unit and leaves undefined out', () => {
    expect(
      canonicalJson({ b: 1, a: [true, null, { z: 'é', Z: undefined }], B: '' }),
    ).toBe('{"B":"","a":[true,null,{"z":"é"}],"b":1}');
  });

  it('does not depend on the order of members and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('isDeeperThan', () => {
  it.each([
    [1, 0, false],
    [{}, 1, false],
    [{}, 0, true],
    [[[]], 2, false],
    [[[]], 1, true],
    [{ a: [{ b: 1 }], c: {} }, 3, false],
    [{ a: [{ b: 1 }], c: {} }, 2, true],
  ])('%j deeper than %p: %p', (value, limit, expected) => {
    expect(isDeeperThan(value, limit)).toBe(expected);
  });

  it('takes hostile nesting without exhausting the stack', () => {
    const depth = 200_000;
    const value = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(isDeeperThan(value, 64)).toBe(true);
    expect(isDeeperThan(value, depth)).toBe(false);
  });
});
