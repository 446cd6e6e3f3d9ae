import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PassThrough, type Duplex } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { InputError } from '@backstage/errors';
import { DeliveryRefusedError } from '../DeliveryRefusedError';
import type { ReportContents, ReportReader } from './domain/ReportReader';
import { TextOfBytes } from './TextOfBytes';

/**
 * Reads a report while it arrives, and holds no more of it than the piece at
 * hand.
 *
 * @param options - `maxBytes`: of the unpacked report
 * @returns what it says, and the SHA-256 of its unpacked bytes in hex
 * @throws DeliveryRefusedError when it is too large, as soon as that is known,
 *   or no text
 * @throws InputError when it cannot be read
 */
export async function readReport(options: {
  request: IncomingMessage;
  reader: ReportReader;
  maxBytes: number;
}): Promise<{ contents: ReportContents; sha256: string }> {
  const { request, reader, maxBytes } = options;
  const unpacked = unpack(request);
  // What is sent packed is only ever larger when unpacked.
  if (Number(request.headers['content-length']) > maxBytes) {
    throw tooLarge(maxBytes);
  }
  const cut = () => unpacked.destroy(new InputError('The upload was cut off'));
  request.once('aborted', cut);
  request.once('error', cut);
  request.pipe(unpacked);
  try {
    return await readChunks(unpacked, reader, maxBytes);
  } finally {
    request.unpipe(unpacked);
    request.off('aborted', cut);
  }
}

async function readChunks(
  unpacked: AsyncIterable<Buffer>,
  reader: ReportReader,
  maxBytes: number,
): Promise<{ contents: ReportContents; sha256: string }> {
  const hash = createHash('sha256');
  const text = new TextOfBytes();
  let size = 0;
  for await (const chunk of unpacked) {
    size += chunk.length;
    if (size > maxBytes) {
      throw tooLarge(maxBytes);
    }
    hash.update(chunk);
    reader.push(text.push(chunk));
  }
  if (size === 0) {
    throw new InputError('The body is empty: send the report as the body');
  }
  reader.push(text.finish());
  return { contents: reader.finish(), sha256: hash.digest('hex') };
}

/** What unpacks a body as its headers say. */
function unpack({ headers }: IncomingMessage): Duplex {
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase();
  const isFile = /^application\/(?:x-)?gzip\b/i.test(
    headers['content-type'] ?? '',
  );
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'identity':
      return isFile ? createGunzip() : new PassThrough();
    default:
      throw new DeliveryRefusedError({
        code: 415,
        message:
          'The Content-Encoding is not understood: send identity, gzip or deflate',
      });
  }
}

function tooLarge(maxBytes: number): DeliveryRefusedError {
  return new DeliveryRefusedError({
    code: 413,
    message: `The report is larger than ${maxBytes} bytes unpacked: send it in parts, for example one for each module, or raise maturity.ingest.maxReportBytes`,
  });
}
