import type { FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isError } from '@backstage/errors';
import type {
  ImportStatus,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';
import { describeFailure } from '../describeFailure';
import { PieceSize } from './PieceSize';

/** How often in a row the portal may be out of reach. */
const RETRIES = 5;

type Client = Pick<MaturityApi, 'sendImportContent' | 'getImport'>;

export interface SendFileOptions {
  client: Client;
  handle: Pick<FileHandle, 'read'>;
  /** Where the import stands; its size is that of the file. */
  status: ImportStatus;
  signal: AbortSignal;
  onProgress(status: ImportStatus): void;
  /** Told why the portal is asked again, and when. */
  onRetry(reason: string): void;
  /** Milliseconds before the first retry; it doubles with each. */
  retryAfter?: number;
}

/**
 * Sends the rest of a file, piece by piece, from where the import stands.
 *
 * @remarks
 *
 * Pieces become smaller where the portal takes no such large ones, and larger
 * where a line does not fit. While the portal is out of reach it is asked again
 * where it stands, so that what it took before it answered is not sent twice.
 *
 * @throws the last error, where the portal stays out of reach
 */
export async function sendFile(
  options: SendFileOptions,
): Promise<ImportStatus> {
  const { client, signal, onProgress, onRetry, retryAfter = 1000 } = options;
  let { status } = options;
  const total = status.totalBytes ?? 0;
  const size = new PieceSize();
  let failures = 0;
  while (status.offset < total) {
    signal.throwIfAborted();
    const content = await readPiece(options.handle, status.offset, size.bytes);
    if (content.size === 0) {
      throw new Error('The file has become shorter while it was sent');
    }
    let next: ImportStatus;
    try {
      next = await client.sendImportContent({
        id: status.id,
        offset: status.offset,
        content,
        last: status.offset + content.size >= total,
        signal,
      });
    } catch (error) {
      signal.throwIfAborted();
      if (statusOf(error) === 413) {
        if (!size.shrink()) {
          throw takesNothing();
        }
        continue;
      }
      failures += 1;
      if (failures > RETRIES || !canRetry(error)) {
        throw error;
      }
      const pause = retryAfter * 2 ** (failures - 1);
      onRetry(
        `${describeFailure(error).message}; trying again in ${Math.ceil(
          pause / 1000,
        )} s`,
      );
      await wait(pause, undefined, { signal });
      status = await whereItStands(client, status, signal);
      continue;
    }
    failures = 0;
    // A piece that did not lead on holds no whole line.
    if (next.offset === status.offset && !size.grow()) {
      throw takesNothing();
    }
    status = next;
    onProgress(status);
  }
  return status;
}

async function readPiece(
  handle: SendFileOptions['handle'],
  offset: number,
  size: number,
): Promise<Blob> {
  const buffer = Buffer.alloc(size);
  const { bytesRead } = await handle.read(buffer, 0, size, offset);
  return new Blob([buffer.subarray(0, bytesRead)]);
}

/** Where the import stands, or where it stood while nobody can tell. */
async function whereItStands(
  client: Client,
  status: ImportStatus,
  signal: AbortSignal,
): Promise<ImportStatus> {
  try {
    return await client.getImport({ id: status.id, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!canRetry(error)) {
      throw error;
    }
    return status;
  }
}

function takesNothing(): Error {
  return new Error(
    'The portal takes nothing of the file: a line is longer than it takes at once',
  );
}

function statusOf(error: unknown): number | undefined {
  return isError(error) && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** Without an answer, while it is overloaded, or when it stands elsewhere. */
function canRetry(error: unknown): boolean {
  const status = statusOf(error);
  return (
    status === undefined || status === 409 || status === 429 || status >= 500
  );
}
