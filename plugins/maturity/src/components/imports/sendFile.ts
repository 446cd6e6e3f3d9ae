import type {
  ImportStatus,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';
import { planSlice, SLICE_BYTES, smallerSlice } from './planSlice';
import { statusOf, StuckError } from './uploadProblem';

/** Options of {@link sendFile}. */
export interface SendFileOptions {
  api: Pick<MaturityApi, 'sendImportContent' | 'getImport' | 'finishImport'>;
  file: Blob;
  /** Where the import stands. */
  from: ImportStatus;
  signal: AbortSignal;
  /** Called whenever it has come further. */
  onProgress: (status: ImportStatus) => void;
}

/**
 * Sends a file slice by slice from where its import stands, and completes it.
 *
 * @returns the import, complete, or aborted where somebody else ended it
 * @throws StuckError where a slice leads no further
 */
export async function sendFile(
  options: SendFileOptions,
): Promise<ImportStatus> {
  const { api, file, signal, onProgress } = options;
  let at = options.from;
  let size = SLICE_BYTES;
  while (at.state === 'open') {
    const slice = planSlice({ offset: at.offset, total: file.size, size });
    if (!slice) {
      signal.throwIfAborted();
      return api.finishImport({ id: at.id, step: 'complete' });
    }
    try {
      const next = await api.sendImportContent({
        id: at.id,
        offset: slice.from,
        content: file.slice(slice.from, slice.to),
        last: slice.last,
        signal,
      });
      signal.throwIfAborted();
      if (next.state === 'open' && next.offset <= at.offset) {
        throw new StuckError(`Nothing was taken at byte ${at.offset}`);
      }
      at = next;
    } catch (error) {
      const smaller = smallerSlice(slice.to - slice.from);
      if (statusOf(error) === 413 && smaller !== undefined) {
        size = smaller;
        continue;
      }
      at = await whereItStands(error, { ...options, at });
    }
    onProgress(at);
  }
  return at;
}

/** Somebody else, or a slice whose answer got lost, has moved the import. */
async function whereItStands(
  error: unknown,
  options: SendFileOptions & { at: ImportStatus },
): Promise<ImportStatus> {
  const { api, at, signal } = options;
  if (statusOf(error) !== 409) {
    throw error;
  }
  const now = await api.getImport({ id: at.id, signal });
  signal.throwIfAborted();
  if (now.state === at.state && now.offset === at.offset) {
    throw error;
  }
  return now;
}
