import { problemOf } from '@devops-scorecards/plugin-maturity-react';

/**
 * - `forbidden`, `gone`: the import may not be written, or is not there;
 * - `stuck`: a line is longer than what the portal takes at once;
 * - `unreachable`: no answer came, or the file could not be read;
 * - `refused`: the file is not what it was said to be;
 * - `failed`: anything else.
 */
export type UploadProblemKind =
  | 'forbidden'
  | 'gone'
  | 'stuck'
  | 'unreachable'
  | 'refused'
  | 'failed';

/** Why a file could not be sent on. */
export interface UploadProblem {
  kind: UploadProblemKind;
  /** What the portal said. */
  message: string;
}

/** A slice led no further. */
export class StuckError extends Error {
  name = 'StuckError';
}

/** The HTTP status of an answer, where there was one. */
export function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | undefined)?.statusCode;
}

/** Sorts out what was thrown while a file was sent. */
export function uploadProblemOf(error: unknown): UploadProblem {
  const { kind, message } = problemOf(error);
  if (kind === 'forbidden') {
    return { kind, message };
  }
  if (statusOf(error) === 404) {
    return { kind: 'gone', message };
  }
  if (error instanceof StuckError || statusOf(error) === 413) {
    return { kind: 'stuck', message };
  }
  if (statusOf(error) === 400) {
    return { kind: 'refused', message };
  }
  // What fetch throws where no answer comes, also for a file that has changed.
  return {
    kind: error instanceof TypeError ? 'unreachable' : 'failed',
    message,
  };
}
