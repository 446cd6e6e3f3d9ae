import type { Severity } from '@devops-scorecards/plugin-maturity-common';
import type { PagerdutyIncident } from './payloads';

/**
 * How grave an incident is, by the name of its priority or else by its urgency
 * (`high`, `low`). Keys in lower case.
 */
export type Severities = ReadonlyMap<string, Severity>;

/**
 * What the names of priorities mean that PagerDuty proposes. An urgency means
 * nothing unless somebody says so: it tells how loud to call and is `high` for
 * every incident of a new service.
 */
export const DEFAULT_SEVERITIES: Severities = new Map<string, Severity>([
  ['p1', 'critical'],
  ['p2', 'major'],
  ['p3', 'minor'],
  ['p4', 'minor'],
  ['p5', 'minor'],
  ['sev-1', 'critical'],
  ['sev-2', 'major'],
  ['sev-3', 'minor'],
  ['sev-4', 'minor'],
  ['sev-5', 'minor'],
]);

/**
 * How grave an incident is.
 *
 * @returns `undefined` where neither its priority nor its urgency is in the map
 */
export function severityOf(
  {
    priority,
    urgency,
  }: Readonly<Pick<PagerdutyIncident, 'priority' | 'urgency'>>,
  severities: Severities,
): Severity | undefined {
  const of = (name: string | undefined) =>
    severities.get(name?.trim().toLowerCase() ?? '');
  return of(priority?.summary ?? priority?.name) ?? of(urgency);
}
