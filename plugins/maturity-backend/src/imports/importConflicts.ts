import { ConflictError } from '@backstage/errors';
import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';

/** @throws ConflictError when an import has ended */
export function requireOpen({ state }: Pick<ImportStatus, 'state'>): void {
  if (state !== 'open') {
    throw new ConflictError(
      `The import is ${state}: begin another one; what is stored is known again`,
    );
  }
}

/** An import stands elsewhere than its sender believes. */
export function elsewhere({
  state,
  offset,
}: Pick<ImportStatus, 'state' | 'offset'>): ConflictError {
  return new ConflictError(
    state === 'open'
      ? `The import stands at byte ${offset}: go on from there`
      : `The import is ${state} by now`,
  );
}
