import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportFormat,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  problemOf,
} from '@devops-scorecards/plugin-maturity-react';

/** Bytes of a piece: twice the longest line that is taken. */
const PIECE = 2 * 1024 * 1024;

/** Where the sending of a file stands. */
export type UploadState =
  | { status: 'idle' }
  | { status: 'sending'; name: string; total: number; done: number }
  | { status: 'finished'; result: ImportStatus }
  | { status: 'stopped' }
  /** `stuckAt`: the byte at which a line is too long. */
  | { status: 'failed'; message: string; stuckAt?: number };

/** A file that is sent in pieces, one after the other. */
export interface Upload {
  state: UploadState;
  /** Changes with every piece, so that lists are read again. */
  version: number;
  start: (options: {
    file: File;
    source: string;
    format: ImportFormat;
  }) => void;
  /** Goes on where an import is, with the same file. */
  resume: (options: { file: File; from: ImportStatus }) => void;
  stop: () => void;
}

/** Sends files of history, and stops when nobody is there any more. */
export function useUpload(): Upload {
  const api = useApi(maturityApiRef);
  const [state, setState] = useState<UploadState>({ status: 'idle' });
  const [version, setVersion] = useState(0);
  const running = useRef<AbortController>();

  const send = useCallback(
    async (
      file: File,
      begin: (signal: AbortSignal) => Promise<ImportStatus>,
    ) => {
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      const { name, size: total } = file;
      setState({ status: 'sending', name, total, done: 0 });
      try {
        let at = await begin(signal);
        while (at.state === 'open' && at.offset < total) {
          setState({ status: 'sending', name, total, done: at.offset });
          setVersion(before => before + 1);
          const end = Math.min(total, at.offset + PIECE);
          const next = await api.sendImportContent({
            id: at.id,
            offset: at.offset,
            content: file.slice(at.offset, end),
            last: end === total,
            signal,
          });
          if (next.state === 'open' && next.offset === at.offset) {
            setState({ status: 'failed', message: '', stuckAt: at.offset });
            return;
          }
          at = next;
        }
        const result =
          at.state === 'open'
            ? await api.finishImport({ id: at.id, step: 'complete' })
            : at;
        setState({ status: 'finished', result });
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        setState({ status: 'failed', message: problemOf(error).message });
      } finally {
        setVersion(before => before + 1);
      }
    },
    [api],
  );

  useEffect(() => () => running.current?.abort(), []);

  return {
    state,
    version,
    start: ({ file, source, format }) =>
      send(file, () =>
        api.createImport({
          name: file.name,
          source,
          format,
          totalBytes: file.size,
        }),
      ),
    resume: ({ file, from }) => send(file, async () => from),
    stop: () => {
      running.current?.abort();
      setState({ status: 'stopped' });
    },
  };
}
