import {
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { PagerdutyEvent, PagerdutyIncident } from './payloads';

/**
 * What an event says of whether an incident was handed on because nobody took
 * it.
 *
 * @remarks
 *
 * - `incident.escalated` says that it was: it went on along its escalation
 *   policy. That it also does when somebody presses Escalate, for whoever does
 *   has not taken it.
 * - `incident.reassigned` and `incident.delegated` say nothing: somebody chose
 *   whom to give it to.
 * - A trigger says that it was not, of the weakest rank. So an escalation wins
 *   whenever it happened and arrived, and nothing takes it back. Every other
 *   event says nothing: an acknowledgement or a resolution may come before or
 *   after an escalation.
 *
 * @returns a statement of its own, since the rest of the event has another rank
 */
export function mapEscalation(
  { event_type: type, occurred_at: occurredAt }: PagerdutyEvent,
  { id: key }: PagerdutyIncident,
): Statement<'alert'>[] {
  const alert = { kind: 'alert', key, occurredAt } as const;
  switch (type) {
    case 'incident.triggered':
      return [
        { ...alert, rank: StatementRank.Queued, fields: { escalated: false } },
      ];
    case 'incident.escalated':
      return [
        { ...alert, rank: StatementRank.Started, fields: { escalated: true } },
      ];
    default:
      return [];
  }
}
