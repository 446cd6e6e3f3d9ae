/** A larger file is not held in memory only to be found again. */
const LARGEST_BYTES = 512 * 1024 * 1024;

/**
 * SHA-256 of a file, lower-case hex, by which an interrupted import of it is
 * found again.
 *
 * @returns undefined where the browser cannot say; the file can be sent all the
 *   same
 */
export async function hashFile(file: Blob): Promise<string | undefined> {
  // Without https a browser gives none.
  const subtle = globalThis.crypto?.subtle;
  if (!subtle || file.size > LARGEST_BYTES) {
    return undefined;
  }
  try {
    const digest = await subtle.digest('SHA-256', await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), byte =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  } catch {
    // A file that cannot be read fails again, and is told of, when it is sent.
    return undefined;
  }
}
