import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportFormat,
  ImportStatus,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { abortImport } from './abortImport';
import { hashFile } from './hashFile';
import { sendFile } from './sendFile';
import { uploadProblemOf, type UploadProblem } from './uploadProblem';

/** What is to be imported. */
export interface FileToImport {
  file: File;
  source: string;
  format: ImportFormat;
}

/** - `reading`: it is looked for among the open ones, or begun. */
export type FileImportPhase =
  | 'idle'
  | 'reading'
  | 'sending'
  | 'paused'
  | 'failed'
  | 'stopping'
  | 'ended';

/** Where the file that this page sends stands. */
export interface FileImportState {
  phase: FileImportPhase;
  /** Of the file; empty while there is none. */
  name: string;
  /** Bytes of the file. */
  total: number;
  /** Absent until the portal has answered. */
  status?: ImportStatus;
  /** Why it `failed`. */
  problem?: UploadProblem;
}

/** The file that this page sends, and what can be done about it. */
export interface FileImport {
  state: FileImportState;
  start: (chosen: FileToImport) => void;
  pause: () => void;
  goOn: () => void;
  /** Ends the import. What was stored stays. */
  stop: () => void;
}

/** A file on its way. `begun` is kept, so that it is begun only once. */
interface Job extends FileToImport {
  begun?: Promise<ImportStatus>;
  status?: ImportStatus;
}

const IDLE: FileImportState = { phase: 'idle', name: '', total: 0 };

/** Sends a file of history, and rests when its page is left. */
export function useFileImport(): FileImport {
  const api = useApi(maturityApiRef);
  const [state, setState] = useState<FileImportState>(IDLE);
  const current = useRef<Job>();
  const running = useRef<AbortController>();

  const show = useCallback(
    (job: Job, phase: FileImportPhase, problem?: UploadProblem) =>
      setState({
        phase,
        name: job.file.name,
        total: job.file.size,
        status: job.status,
        problem,
      }),
    [],
  );

  const run = useCallback(
    async (job: Job) => {
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      show(job, job.status ? 'sending' : 'reading');
      try {
        const from = job.status
          ? await api.getImport({ id: job.status.id, signal })
          : await begin(api, job, signal);
        signal.throwIfAborted();
        const onProgress = (status: ImportStatus) => {
          job.status = status;
          show(job, 'sending');
        };
        onProgress(from);
        const { file } = job;
        const end = await sendFile({ api, file, from, signal, onProgress });
        signal.throwIfAborted();
        job.status = end;
        show(job, 'ended');
      } catch (error) {
        if (!signal.aborted) {
          show(job, 'failed', uploadProblemOf(error));
        }
      }
    },
    [api, show],
  );

  const stop = useCallback(
    async (job: Job) => {
      running.current?.abort();
      show(job, 'stopping');
      const begun = await job.begun?.catch(() => undefined);
      if (!begun) {
        setState(IDLE);
        return;
      }
      try {
        job.status = await abortImport(api, begun.id);
        show(job, 'ended');
      } catch (error) {
        job.status ??= begun;
        show(job, 'failed', uploadProblemOf(error));
      }
    },
    [api, show],
  );

  useEffect(() => () => running.current?.abort(), []);

  return useMemo(() => {
    const withJob = (step: (job: Job) => void) => () => {
      if (current.current) {
        step(current.current);
      }
    };
    return {
      state,
      start: chosen => {
        current.current = { ...chosen };
        run(current.current);
      },
      pause: withJob(job => {
        running.current?.abort();
        show(job, 'paused');
      }),
      goOn: withJob(run),
      stop: withJob(stop),
    };
  }, [state, run, show, stop]);
}

/** Begins an import, or finds the one of the same file that was interrupted. */
function begin(
  api: MaturityApi,
  job: Job,
  signal: AbortSignal,
): Promise<ImportStatus> {
  const create = async () => {
    const { file, source, format } = job;
    const sha256 = await hashFile(file);
    signal.throwIfAborted();
    const { name, size: totalBytes } = file;
    return api.createImport({ name, source, format, totalBytes, sha256 });
  };
  job.begun = create();
  return job.begun;
}
