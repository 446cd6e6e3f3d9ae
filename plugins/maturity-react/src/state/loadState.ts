/**
 * Where a read stands.
 *
 * @remarks
 * `ready` keeps the last good value while it is read again, so that a page
 * never falls back to its skeleton; `problem` says that the last read failed.
 *
 * @public
 */
export type LoadState<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T; refreshing: boolean; problem?: LoadProblem }
  | { status: 'failed'; problem: LoadProblem };

/** Why a read failed. @public */
export interface LoadProblem {
  kind: 'forbidden' | 'not-found' | 'error';
  message: string;
}

/**
 * Tells a refusal and an absence from a fault, by the names of
 * `@backstage/errors`, whether thrown here or carried by a response.
 *
 * @public
 */
export function problemOf(error: unknown): LoadProblem {
  const { name, message, cause, statusCode, response } = (error ?? {}) as {
    name?: string;
    message?: string;
    statusCode?: number;
    response?: { status?: number };
    cause?: { name?: string; message?: string };
  };
  const text = cause?.message || message || String(error);
  const names = [name, cause?.name];
  const status = statusCode ?? response?.status;
  if (names.includes('NotAllowedError') || status === 403) {
    return { kind: 'forbidden', message: text };
  }
  if (names.includes('NotFoundError') || status === 404) {
    return { kind: 'not-found', message: text };
  }
  return { kind: 'error', message: text };
}
