import { type ArgocdPayload, revisionText } from './payloadSchema';

/**
 * Whether an operation went back to what had been deployed before.
 *
 * @remarks
 *
 * Argo CD has no mark for it: a rollback is a sync to an earlier revision. It is
 * proven where all of this holds:
 *
 * - a person or an account asked for it; by itself Argo CD only goes where Git is;
 * - it is not the revision that the application asks for now, or going back and
 *   forth between two revisions in Git would be one;
 * - the history has that revision and, after it, another one.
 */
export function isRollback({
  operation,
  desired,
  history,
}: ArgocdPayload): boolean {
  const target = revisionText(operation);
  const wanted = revisionText(desired);
  if (
    operation.automated ||
    target === undefined ||
    wanted === undefined ||
    wanted === target
  ) {
    return false;
  }
  const deployed = history.map(revisionText);
  // A sync that has succeeded is itself at the end of the history.
  const replaced = deployed.findLastIndex(revision => revision !== target);
  return deployed.slice(0, Math.max(replaced, 0)).includes(target);
}
