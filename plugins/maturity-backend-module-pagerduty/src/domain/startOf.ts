import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { PagerdutyEvent, PagerdutyIncident } from './payloads';

/**
 * When PagerDuty was told of an incident.
 *
 * @returns `undefined` where neither the incident says it nor the event is the
 *   one that triggered it
 */
export function startOf(
  event: PagerdutyEvent,
  incident: PagerdutyIncident,
): EpochMs | undefined {
  // The documented sample of the trigger has no time of its incident.
  const triggered = event.event_type === 'incident.triggered';
  return incident.created_at ?? (triggered ? event.occurred_at : undefined);
}
