/** An answer that is larger than anything that is documented. */
class BodyTooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`it is larger than ${maxBytes} bytes`);
    this.name = 'BodyTooLargeError';
  }
}

/**
 * The body as text, without taking more into memory than it may have.
 *
 * @throws an error named `BodyTooLargeError`
 */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) {
      return Buffer.concat(chunks).toString('utf8');
    }
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader!.cancel();
      throw new BodyTooLargeError(maxBytes);
    }
    chunks.push(part.value);
  }
}
