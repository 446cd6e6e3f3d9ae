import { webcrypto } from 'node:crypto';
import { hashFile } from './hashFile';

/** The SHA-256 of `abc`, of FIPS 180-2, appendix B.1. */
const OF_ABC =
  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

/** As much of a file as is asked for its hash. */
function abc(part: Partial<Blob> = {}): Blob {
  return {
    size: 3,
    arrayBuffer: async () => new TextEncoder().encode('abc').buffer,
    ...part,
  } as Blob;
}

describe('hashFile', () => {
  const { crypto } = globalThis;
  const give = (value: unknown) =>
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value });
  afterEach(() => give(crypto));

  it('is the SHA-256 of the content', async () => {
    give(webcrypto);
    expect(await hashFile(abc())).toBe(OF_ABC);
  });

  it.each([
    ['a large file', webcrypto, abc({ size: 512 * 1024 * 1024 + 1 })],
    ['a browser without digests', {}, abc()],
    [
      'a file that cannot be read',
      webcrypto,
      abc({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    ],
  ])('is none for %s', async (_, value, file) => {
    give(value);
    expect(await hashFile(file)).toBeUndefined();
  });
});
