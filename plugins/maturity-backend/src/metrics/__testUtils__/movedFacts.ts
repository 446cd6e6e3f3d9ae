import type { Fact } from '@devops-scorecards/plugin-maturity-common';

/** What has no end is never out of reach of what comes after it. */
export function isGoingOn(fact: Fact): boolean {
  switch (fact.kind) {
    case 'work-item':
      return (fact.fields.doneAt ?? fact.fields.releasedAt) === undefined;
    case 'incident':
      return fact.fields.restoredAt === undefined;
    case 'alert':
      return fact.fields.resolvedAt === undefined;
    default:
      return false;
  }
}

/** What ties facts to each other; facts that are moved away are tied among themselves. */
const TIES = [
  'commit',
  'mergeSha',
  'headSha',
  'artifact',
  'deployment',
  'repairs',
  'repeatOf',
];

/** The same fact at another time under another key, and of a commit of its own. */
export function moved(fact: Fact, shift: number): Fact {
  const fields = Object.fromEntries(
    Object.entries(fact.fields).map(([name, value]) => {
      if (name.endsWith('At') && typeof value === 'number') {
        return [name, value + shift];
      }
      return [name, TIES.includes(name) && value ? `moved ${value}` : value];
    }),
  );
  return { ...fact, key: `moved ${fact.key}`, fields } as Fact;
}
