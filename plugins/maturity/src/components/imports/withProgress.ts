import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';

/**
 * A list of imports with what this page knows better of the one that it sends:
 * its last answer may be newer than the list, or the list than the answer.
 */
export function withProgress(
  imports: readonly ImportStatus[],
  sent: ImportStatus | undefined,
): readonly ImportStatus[] {
  if (!sent) {
    return imports;
  }
  if (!imports.some(({ id }) => id === sent.id)) {
    return [sent, ...imports];
  }
  return imports.map(one =>
    one.id === sent.id && one.state === 'open' && one.offset <= sent.offset
      ? sent
      : one,
  );
}
