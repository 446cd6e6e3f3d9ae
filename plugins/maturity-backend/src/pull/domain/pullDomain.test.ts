import fc from 'fast-check';
import { backOffMs } from './backOffMs';
import { errorText } from './errorText';
import { restUntil } from './restUntil';

describe('backOffMs', () => {
  it('doubles from a minute to six hours', () => {
    expect([1, 2, 3, 9, 10, 1000].map(backOffMs)).toEqual([
      60_000, 120_000, 240_000, 15_360_000, 21_600_000, 21_600_000,
    ]);
  });
});

describe('restUntil', () => {
  it('lies between a second and six hours ahead', () => {
    fc.assert(
      fc.property(fc.double(), fc.nat(), (retryAt, now) => {
        const until = restUntil(retryAt, now);
        expect(Number.isSafeInteger(until)).toBe(true);
        expect(until).toBeGreaterThanOrEqual(now + 1000);
        expect(until).toBeLessThanOrEqual(now + 21_600_000);
      }),
    );
  });
});

describe('errorText', () => {
  it.each([
    [new Error('Not found'), 'Not found'],
    ['text', 'text'],
    [
      new Error('clone https://user:hunter22@git.acme.io/a.git failed'),
      'clone https://***@git.acme.io/a.git failed',
    ],
    [new Error('ssh://git@git.acme.io/a'), 'ssh://***@git.acme.io/a'],
    [
      new Error('sent Authorization: Bearer abcdefgh12345678'),
      'sent Authorization: *** ***',
    ],
    [
      new Error('GET /x?private_token=glpat-abcdefghij1234567890&page=1'),
      'GET /x?private_token=***&page=1',
    ],
    [new Error('with ghp_abcdefghijklmnopqrstuvwxyz0123456789'), 'with ***'],
    [new Error('{"password": "hunter22"}'), '{"password": "***"}'],
    [new Error('a\0b'), 'ab'],
  ])('of %s', (error, expected) => {
    expect(errorText(error)).toBe(expected);
  });

  it('is storable and short, whatever the error says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), text => {
        const clean = errorText(new Error(text + text));
        expect(clean.length).toBeLessThanOrEqual(500);
        expect(clean).not.toMatch(/[\0\p{Surrogate}]/u);
      }),
    );
  });
});
