import type { Fact } from '@devops-scorecards/plugin-maturity-common';

/** Total order of facts of one kind: by source and key, by code unit. */
export function compareFacts(a: Fact, b: Fact): number {
  return compareText(a.source, b.source) || compareText(a.key, b.key);
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
