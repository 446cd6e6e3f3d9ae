import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import {
  canonicalJson,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { mapAlert } from './mapAlert';
import { mapEscalation } from './mapEscalation';
import { mapIncident } from './mapIncident';
import {
  deliverySchema,
  incidentSchema,
  type PagerdutyEvent,
  resourceSchema,
} from './payloads';
import type { Severities } from './severities';

/** What an organisation says about its incidents. */
export interface PagerdutySettings {
  severities: Severities;
  /** Whether incidents are alerts as well. */
  alerts: boolean;
}

/** Where events come from that name nothing of an account, such as a ping. */
const PAGERDUTY_ITSELF = 'https://www.pagerduty.com';

/**
 * Makes of a delivery, which is always one event, what is stored. What an
 * event is about decides and not its name, because PagerDuty adds names; only
 * an incident makes a fact.
 *
 * @throws ZodError for a payload that is not what PagerDuty documents
 */
export function mapPagerdutyEvent(
  payload: unknown,
  settings: PagerdutySettings,
): SourceEvent {
  const { event } = deliverySchema.parse(payload);
  const resource = resourceSchema.parse(event.data);
  const said =
    resource?.type === 'incident'
      ? saidOfIncident(event, settings)
      : {
          aliases: serviceAlias(
            resource?.type === 'service' ? resource.id : undefined,
          ),
          statements: [],
          envelope: { incident: resource?.incident?.id },
        };
  return {
    eventSource:
      originOf(resource?.html_url) ??
      originOf(resource?.incident?.html_url) ??
      PAGERDUTY_ITSELF,
    eventId: event.id,
    type: `com.pagerduty.${event.event_type}`,
    subject:
      resource?.id && [resource.type, resource.id].filter(Boolean).join('/'),
    occurredAt: event.occurred_at,
    contents: canonicalJson(payload),
    ...said,
    // Neither names nor texts of people; the raw body has its own, short
    // retention.
    envelope: {
      event: event.event_type,
      agent: event.agent?.type,
      ...said.envelope,
    },
  };
}

function saidOfIncident(
  event: PagerdutyEvent,
  { severities, alerts }: PagerdutySettings,
): Pick<SourceEvent, 'aliases' | 'statements' | 'envelope'> {
  const incident = incidentSchema.parse(event.data);
  return {
    aliases: serviceAlias(incident.service?.id),
    statements: [
      mapIncident({ event, incident, severities }),
      ...(alerts
        ? [
            mapAlert({ event, incident, severities }),
            ...mapEscalation(event, incident),
          ]
        : []),
    ],
    envelope: {
      incident: incident.id,
      service: incident.service?.id,
      status: incident.status,
      mergedInto: incident.resolve_reason?.incident?.id,
    },
  };
}

function serviceAlias(id: string | undefined): Alias[] {
  return id ? [{ scheme: 'pagerduty-service', value: id }] : [];
}

/** The address of an account, such as `https://acme.pagerduty.com`. */
function originOf(url: string | undefined): string | undefined {
  return /^https?:\/\/[^/?#]+/i.exec(url ?? '')?.[0].toLowerCase();
}
