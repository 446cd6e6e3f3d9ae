import {
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { KnownAlert } from './KnownAlert';
import { startOf } from './mapAlert';

/** The rules of an escalation policy wait for whole minutes. */
const SHORTEST_WAIT_MS = 60_000;

/**
 * What an action says of whether its alert was handed on because nobody took
 * it.
 *
 * @remarks
 *
 * - An escalation says that it was. Taking or assigning it does not: somebody
 *   has it then.
 * - The creation says that it was not, of the weakest rank. So an escalation
 *   wins whenever it happened and arrived, and nothing takes it back. Every
 *   other action says nothing: an acknowledgement or a close may come before or
 *   after an escalation.
 *
 * @param tellsAll - whether every escalation is sent; else nobody knows of an
 *   alert that it was not escalated
 * @returns a statement of its own, since the rest of the action has another
 *   rank
 */
export function mapEscalation(
  known: KnownAlert,
  tellsAll: boolean,
): Statement<'alert'>[] {
  const alert = {
    kind: 'alert',
    key: known.alert.alertId,
    occurredAt: known.at,
  } as const;
  if (isEscalation(known)) {
    return [
      { ...alert, rank: StatementRank.Started, fields: { escalated: true } },
    ];
  }
  return tellsAll && hasJustFired(known)
    ? [{ ...alert, rank: StatementRank.Queued, fields: { escalated: false } }]
    : [];
}

/**
 * `EscalateNext` moves the alert on to the next rule of its policy. `Escalate`
 * is sent for each rule, so also for the first one, which calls those on duty
 * at once: nobody has been waited for, so nothing is handed on. When the policy
 * is gone through again, nobody had taken the alert the first time.
 */
function isEscalation({ action, escalation }: KnownAlert): boolean {
  if (action === 'EscalateNext') {
    return true;
  }
  const isFirstCall = escalation.waited === 0 && !escalation.repeats;
  return action === 'Escalate' && !isFirstCall;
}

/**
 * An alert is created anew for the integrations of every team that joins, also
 * of one that joins by an escalation that they were not told of. Before any
 * rule can have waited, there was none.
 */
function hasJustFired(known: KnownAlert): boolean {
  const start = startOf(known);
  return (
    known.action === 'Create' &&
    start !== undefined &&
    known.at - start < SHORTEST_WAIT_MS
  );
}
