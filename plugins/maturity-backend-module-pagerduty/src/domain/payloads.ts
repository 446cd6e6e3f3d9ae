import {
  instant,
  maybe,
  maybeInstant,
  maybeText,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';

/**
 * The parts of PagerDuty's V3 payloads that are read, see
 * https://developer.pagerduty.com/docs/webhooks-overview. Anything else in
 * them is let through unseen.
 */

const reference = maybe(
  z.object({ id: maybeText, type: maybeText, html_url: maybeText }),
);

/** What every event has; its `data` depends on what it is about. */
export const deliverySchema = z.object({
  event: z.object({
    id: z.string().min(1),
    event_type: z.string().min(1),
    occurred_at: instant,
    // Who or what did it; null where it was PagerDuty itself.
    agent: reference,
    data: z.unknown().optional(),
  }),
});

export type PagerdutyEvent = z.output<typeof deliverySchema>['event'];

/** What an event is about, in its `data`. */
export const resourceSchema = maybe(
  z.object({
    id: maybeText,
    type: maybeText,
    html_url: maybeText,
    // Of notes, status updates and whatever else belongs to an incident.
    incident: reference,
  }),
);

/** Only merging is documented; older texts name it by a word alone. */
const resolveReason = maybe(
  z.union([
    z.string().transform(type => ({ type, incident: undefined })),
    z.object({ type: maybeText, incident: reference }),
  ]),
);

/** An incident as the events that are about one bring it. */
export const incidentSchema = z.object({
  id: z.string().min(1),
  html_url: maybeText,
  title: maybeText,
  status: maybeText,
  incident_key: maybeText,
  // The documented sample of `incident.triggered` has none.
  created_at: maybeInstant.optional(),
  service: reference,
  priority: maybe(z.object({ summary: maybeText, name: maybeText })),
  urgency: maybeText,
  resolve_reason: resolveReason,
});

export type PagerdutyIncident = z.output<typeof incidentSchema>;
