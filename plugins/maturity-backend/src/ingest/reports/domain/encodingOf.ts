/** Bytes in which the encoding of a text is told. */
export const ENCODING_TOLD_IN = 256;

/**
 * The encoding of a text by its first bytes: by a byte order mark, by the
 * declaration of XML, else UTF-8.
 *
 * @returns a label that `TextDecoder` may or may not know
 */
export function encodingOf(start: Uint8Array): string {
  const [first, second] = start;
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  const ascii = String.fromCharCode(...start.subarray(0, ENCODING_TOLD_IN));
  return (
    /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
      ascii,
    )?.[1] ?? 'utf-8'
  );
}
