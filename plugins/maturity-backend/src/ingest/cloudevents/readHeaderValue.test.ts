import { readHeaderValue } from '@devops-scorecards/plugin-maturity-node';
import fc from 'fast-check';
import { encodeHeader } from '../__testUtils__/buildCdevent';

describe('readHeaderValue', () => {
  it.each([
    ['plain', 'plain'],
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
    ['%2541', '%41'],
    ['"quoted \\"value\\""', 'quoted "value"'],
    ['"%41"', 'A'],
    ['/a?b=c&d', '/a?b=c&d'],
    ['', ''],
  ])('decodes %p to %p', (raw, value) => {
    expect(readHeaderValue(raw, 'ce-id')).toEqual({ ok: true, value });
  });

  it.each([
    ['%C0%A0', 'UTF-8'],
    ['%ED%A0%80', 'UTF-8'],
    ['%FF', 'UTF-8'],
    ['100%', '%25'],
    ['%2', '%25'],
    ['caf\u00e9', 'percent-encode'],
    ['tab\there', 'percent-encode'],
  ])('refuses %p', (raw, message) => {
    expect(readHeaderValue(raw, 'ce-id')).toMatchObject({
      ok: false,
      refusal: {
        code: 400,
        message: expect.stringMatching(new RegExp(`ce-id.*${message}`)),
      },
    });
  });

  it('reads back every text that is encoded as the binding says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(readHeaderValue(encodeHeader(text), 'ce-id')).toEqual({
          ok: true,
          value: text,
        });
      }),
    );
  });
});
