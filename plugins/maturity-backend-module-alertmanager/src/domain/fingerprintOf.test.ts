import { fingerprintOf } from './fingerprintOf';

describe('fingerprintOf', () => {
  // The vectors of Prometheus' own tests, in hex.
  it.each<[Record<string, string>, bigint]>([
    [{}, 14695981039346656037n],
    [
      { name: 'garland, briggs', fear: 'love is not enough' },
      5799056148416392346n,
    ],
    [{ 'first-label': 'first-label-value' }, 5146282821936882169n],
    [
      {
        'first-label': 'first-label-value',
        'second-label': 'second-label-value',
        'third-label': 'third-label-value',
      },
      13843036195897128121n,
    ],
  ])('is that of Alertmanager for %p', (labels, expected) => {
    expect(fingerprintOf(labels)).toBe(expected.toString(16).padStart(16, '0'));
  });

  it('depends on neither the order nor on where a value begins', () => {
    expect(fingerprintOf({ a: '1', b: '2' })).toBe(
      fingerprintOf({ b: '2', a: '1' }),
    );
    expect(fingerprintOf({ a: '1b' })).not.toBe(fingerprintOf({ a1: 'b' }));
    expect(fingerprintOf({ name: '支付' })).toMatch(/^[0-9a-f]{16}$/);
  });
});
