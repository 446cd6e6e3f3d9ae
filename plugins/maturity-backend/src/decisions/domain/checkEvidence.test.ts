import { MAX_EVIDENCE_BYTES } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { checkEvidence } from './checkEvidence';
import { checkReason } from './checkText';
import { checkUpload } from './checkUpload';
import { evidenceType } from './evidenceType';

// In two parts, because it is an address that the linter would run.
const SCRIPT = ['javascript', 'alert(1)'].join(':');
const HASH = 'a'.repeat(64);
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => Buffer.from(part as string)));

const PDF = bytes('%PDF-1.7\n');
const PNG = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'IHDR');
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0]);
const HTML = bytes('<!doctype html><script>alert(1)</script>');

describe('checkEvidence', () => {
  const check = (...items: any[]) => checkEvidence(items, { atLeast: 1 });

  it('keeps what was checked and nothing else', () => {
    expect(
      check(
        { title: ' report ', url: 'HTTPS://Example.net/a b', size: 7 },
        { title: 'scan', sha256: HASH, mediaType: 'text/html', size: 1 },
        { title: 'hashed', url: 'http://example.net/', sha256: HASH },
      ),
    ).toEqual([
      { title: 'report', url: 'https://example.net/a%20b' },
      { title: 'scan', sha256: HASH },
      { title: 'hashed', url: 'http://example.net/', sha256: HASH },
    ]);
  });

  it.each([
    [[], 'no evidence'],
    [[{ title: 'x' }], 'Neither the address nor the upload of evidence 1'],
    [[{ title: ' ', url: 'https://x.net' }], 'The title of evidence 1'],
    [[{ title: 'x'.repeat(201), url: 'https://x.net' }], 'cut it to 200'],
    [[{ title: 'x', url: SCRIPT }], 'only https: and http:'],
    [[{ title: 'x', url: 'data:text/html,x' }], 'begins with data:'],
    [[{ title: 'x', url: 'file:///etc/passwd' }], 'begins with file:'],
    [[{ title: 'x', url: '/wiki' }], 'is none'],
    [[{ title: 'x', url: 'https://a@x.net' }], 'a user name or a password'],
    [[{ title: 'x', url: 'https://a:b@x.net' }], 'a user name or a password'],
    [[{ title: 'x', url: `https://x.net/${'a'.repeat(2_048)}` }], 'cut it to'],
    [[{ title: 'x', sha256: 'abc' }], 'no SHA-256'],
    [[{ title: 'x', sha256: HASH.toUpperCase() }], 'no SHA-256'],
    [
      [
        { title: 'x', sha256: HASH },
        { title: 'y', sha256: HASH },
      ],
      'named twice',
    ],
    [Array(21).fill({ title: 'x', url: 'https://x.net' }), 'the 20 that say'],
  ])('refuses %#', (items, message) => {
    expect(() => check(...items)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('can do without', () => {
    expect(checkEvidence(undefined, { atLeast: 0 })).toEqual([]);
  });

  it('lets only web addresses without credentials through', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc
            .tuple(fc.webUrl(), fc.string())
            .map(([url, text]) => url.replace('//', `//${text}@`)),
        ),
        url => {
          let outcome: string;
          try {
            const [checked] = check({ title: 'x', url });
            const parsed = new URL(checked.url!);
            outcome = `${parsed.protocol}${parsed.username}${parsed.password}`;
          } catch (error) {
            outcome = (error as Error).name;
          }
          expect(['http:', 'https:', 'InputError']).toContain(outcome);
        },
      ),
    );
  });
});

describe('checkReason', () => {
  it.each([
    [undefined, 'missing'],
    ['', 'missing'],
    [' \n\t', 'missing'],
    ['x'.repeat(2_001), 'cut it to 2000'],
    ['a\0b', 'NUL'],
    ['a\ud800b', 'surrogate'],
  ])('refuses %#', (reason, message) => {
    expect(() => checkReason(reason)).toThrow(message);
  });

  it('takes any language, trimmed', () => {
    expect(checkReason('  演练通过 👍\n')).toBe('演练通过 👍');
  });
});

describe('evidenceType', () => {
  it.each([
    [PDF, 'application/pdf'],
    [PNG, 'image/png'],
    [JPEG, 'image/jpeg'],
    [bytes('演练\tok\r\n'), 'text/plain'],
    [HTML, 'text/plain'],
    [bytes(''), undefined],
    [bytes('a\0b'), undefined],
    [bytes('\x1b[2Jx'), undefined],
    [bytes([0xc3, 0x28]), undefined],
    [bytes('GIF89a', [0]), undefined],
    [bytes('PK', [3, 4]), undefined],
    [bytes([0x89, 0x50]), undefined],
  ])('%#', (content, type) => {
    expect(evidenceType(content)).toBe(type);
  });
});

describe('checkUpload', () => {
  const check = (contentType: string | undefined, content: Uint8Array) =>
    checkUpload({ contentType, content });

  it.each([
    ['application/pdf', PDF],
    ['image/png', PNG],
    ['IMAGE/JPEG; q=1', JPEG],
    ['text/plain; charset=utf-8', bytes('ok')],
  ])('takes %s', (type, content) => {
    expect(check(type, content)).toBe(type.split(';')[0].toLowerCase());
  });

  it.each([
    ['image/png', HTML, 'but its bytes are text/plain'],
    ['application/pdf', PNG, 'but its bytes are image/png'],
    ['text/plain', PDF, 'but its bytes are application/pdf'],
    ['text/plain', bytes([0]), 'of another type'],
    ['text/html', HTML, "type 'text/html' are not taken"],
    ['image/svg+xml', bytes('<svg/>'), 'are not taken'],
    [undefined, PDF, "type '' are not taken"],
    ['application/pdf', bytes(''), 'is empty'],
    [
      'text/plain',
      Buffer.alloc(MAX_EVIDENCE_BYTES + 1, 'a'),
      `at most ${MAX_EVIDENCE_BYTES}`,
    ],
  ])('refuses %s %#', (type, content, message) => {
    expect(() => check(type, content)).toThrow(message);
  });

  it('takes the largest there may be', () => {
    expect(check('text/plain', Buffer.alloc(MAX_EVIDENCE_BYTES, 'a'))).toBe(
      'text/plain',
    );
  });
});
