import type { Evidence } from '@devops-scorecards/plugin-maturity-common';

/** Messages for what an item of evidence speaks for. */
export const ROLES = {
  for: 'evidence.roleFor',
  against: 'evidence.roleAgainst',
  open: 'evidence.roleOpen',
} as const;

/** Tells an item of evidence from all others of its measurement. */
export function evidenceId(item: Evidence): string {
  return `${item.kind} ${item.source} ${item.key}`;
}
