import {
  type AlertFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  canonicalJson,
  type SourceEvent,
  titleOf,
} from '@devops-scorecards/plugin-maturity-node';
import { fingerprintOf } from './fingerprintOf';
import { namesOfAlert } from './namesOfAlert';
import type { Alert } from './payloads';

export type AlertSeverity = NonNullable<AlertFields['severity']>;

/** How a producer of notifications speaks. */
export interface AlertDialect {
  /** Begins the types of its events, for example `io.prometheus.alert`. */
  eventType: string;
  /** Severity by the value of the label `severity`, in lower case. */
  severities: ReadonlyMap<string, AlertSeverity>;
  /** What an alert is, where labels alone do not say it. */
  interpret?: (alert: Alert) => AlertInterpretation;
}

/** What is known of an alert beside its labels. */
export interface AlertInterpretation {
  name?: string;
  /** Wins over the label. */
  severity?: AlertSeverity;
  /** It tells of no service, so no fact is made of it. */
  silent?: boolean;
}

/** Label that grades an alert. */
const SEVERITY_LABEL = 'severity';

/**
 * One alert of a notification as an event.
 *
 * @remarks
 *
 * A firing is a fact of its own: the alert and since when it fires.
 *
 * - The alert's own status counts. A group is `firing` as long as one of its
 *   alerts is.
 * - Notifications are repeated as long as an alert fires. The identity holds
 *   what a repetition has in common: the firing, the status and, of a resolved
 *   one, the end. The end of a firing alert is a timeout that moves on with
 *   every repetition, so it is neither an end nor part of the identity.
 * - Annotations and addresses may be written anew in every repetition, so they
 *   are no part of what the event says.
 * - Of several ends the latest counts: an alert that timed out because its
 *   Prometheus was away goes on firing under the same start. A resolved alert
 *   without an end ended when that was received, which any end beats.
 */
export function mapAlert(
  alert: Alert,
  options: {
    dialect: AlertDialect;
    eventSource: string;
    receivedAt: number;
    envelope: Record<string, unknown>;
  },
): SourceEvent {
  const { dialect, eventSource, receivedAt, envelope } = options;
  const { labels, status, startsAt } = alert;
  const fingerprint = alert.fingerprint ?? fingerprintOf(labels);
  const resolved = status === 'resolved';
  const endsAt = resolved ? alert.endsAt : undefined;
  const occurredAt = resolved
    ? endsAt ?? Math.max(startsAt, receivedAt)
    : startsAt;
  const { silent, ...meaning } = dialect.interpret?.(alert) ?? {};
  const fields: AlertFields = {
    alertKey: fingerprint,
    name: titleOf(meaning.name ?? labels.alertname),
    severity:
      meaning.severity ??
      dialect.severities.get(labels[SEVERITY_LABEL]?.toLowerCase() ?? ''),
    startedAt: startsAt,
    resolvedAt: resolved ? occurredAt : undefined,
    url: pageOf(alert.generatorURL),
  };
  const statement: Statement<'alert'> = {
    kind: 'alert',
    key: `${fingerprint} ${iso(startsAt)}`,
    rank: endsAt === undefined ? StatementRank.Started : StatementRank.Finished,
    occurredAt,
    fields: said(fields),
  };
  const identity = {
    fingerprint,
    status,
    startsAt: iso(startsAt),
    endsAt: endsAt === undefined ? undefined : iso(endsAt),
  };
  const { entityRef, aliases } = namesOfAlert(labels, {
    ignored: SEVERITY_LABEL,
  });
  return {
    eventSource,
    eventId: Object.values(identity).filter(Boolean).join(' '),
    type: `${dialect.eventType}.${status}`,
    subject: labels.alertname,
    occurredAt,
    ...(entityRef && { entityRef }),
    aliases: [...aliases, { scheme: 'event-source', value: eventSource }],
    // Any other status is about notifying, and not about the service.
    statements: silent || !isKnown(status) ? [] : [statement],
    contents: canonicalJson({ ...identity, labels }),
    envelope: { ...envelope, ...identity, alertname: labels.alertname },
  };
}

function isKnown(status: string): boolean {
  return status === 'firing' || status === 'resolved';
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

/** Only what a browser may open. */
function pageOf(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}
