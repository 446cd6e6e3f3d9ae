import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  canonicalJson,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import type { KnownAlert } from './KnownAlert';
import { mapAlert } from './mapAlert';
import { mapEscalation } from './mapEscalation';
import { type IncidentRule, mapIncident } from './mapIncident';
import { entityRefOf, namesOfAlert } from './namesOfAlert';
import { actionSchema } from './payloads';
import type { AlertSeverities } from './priorities';

/** What an organisation says about its alerts. */
export interface OpsgenieSettings {
  /** Address of the account, without a slash at the end; absent where unknown. */
  url?: string;
  severities: AlertSeverities;
  /** Whether the webhook sends all escalations. */
  escalations: boolean;
  /** Absent where alerts stay alerts. */
  incidents?: IncidentRule;
}

/** Where Opsgenie is, for accounts whose address is not configured. */
const OPSGENIE_ITSELF = 'https://app.opsgenie.com';

/**
 * Makes of a delivery, which is always one action, what is stored.
 *
 * @remarks
 *
 * Opsgenie gives no id to an action: the alert, the action and the moment in
 * nanoseconds are it, for each integration, since two of them may be set to
 * send more or less of an alert.
 *
 * @param options - `bodyHash`: stands in for the identity where the payload
 *   does not say the moment; `receivedAt`: stands in for the moment
 * @throws ZodError for a payload that is not what Opsgenie documents
 */
export function mapOpsgenieAction(options: {
  payload: unknown;
  receivedAt: EpochMs;
  bodyHash: string;
  settings: OpsgenieSettings;
}): SourceEvent {
  const { payload, receivedAt, bodyHash, settings } = options;
  const read = actionSchema.parse(payload);
  const { action, alert, source, integrationId } = read;
  const event = {
    eventSource: settings.url ?? OPSGENIE_ITSELF,
    type: `com.opsgenie.${action}`,
    occurredAt: alert?.updatedAt?.at ?? receivedAt,
    contents: canonicalJson(read),
    // Neither names nor texts of people; the raw body has its own, short
    // retention.
    envelope: {
      action,
      integration: integrationId,
      via: source?.type,
      alert: alert?.alertId,
      priority: alert?.priority,
    },
  };
  if (!alert) {
    return { ...event, eventId: bodyHash, aliases: [], statements: [] };
  }
  const { alertId, updatedAt } = alert;
  const known: KnownAlert = {
    action,
    alert,
    source,
    at: event.occurredAt,
    escalation: { waited: read.escalationTime, repeats: read.repeatCount },
    url: settings.url && `${settings.url}/alert/detail/${alertId}/details`,
  };
  return {
    ...event,
    eventId: updatedAt
      ? [alertId, action, updatedAt.digits, integrationId]
          .filter(Boolean)
          .join(' ')
      : bodyHash,
    subject: alertId,
    entityRef: entityRefOf(alert),
    aliases: namesOfAlert(alert),
    statements: [
      mapAlert(known, settings.severities),
      ...mapEscalation(known, settings.escalations),
      ...(settings.incidents ? mapIncident(known, settings.incidents) : []),
    ],
  };
}
