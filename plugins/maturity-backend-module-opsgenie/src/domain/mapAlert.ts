import {
  type AlertFields,
  type EpochMs,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { titleOf } from '@devops-scorecards/plugin-maturity-node';
import { endsAlert, type KnownAlert } from './KnownAlert';
import type { AlertSeverities } from './priorities';

/**
 * What an action says of its alert. In Opsgenie an alert is one firing: when
 * it has been closed and fires again, it is another alert of the same alias.
 *
 * @remarks
 *
 * All actions have the same rank, so of two that say the same the later counts,
 * and every action tells of the alert as it was then. `UnAcknowledge` says
 * nothing of the acknowledgement: the first one counts and stays.
 */
export function mapAlert(
  known: KnownAlert,
  severities: AlertSeverities,
): Statement<'alert'> {
  const { action, alert, at, url } = known;
  const fields: AlertFields = {
    alertKey: alertKeyOf(known),
    name: titleOf(alert.message),
    severity: alert.priority && severities[alert.priority],
    startedAt: startOf(known),
    acknowledgedAt: action === 'Acknowledge' ? at : undefined,
    resolvedAt: endsAlert(action) ? at : undefined,
    url,
  };
  return {
    kind: 'alert',
    key: alert.alertId,
    rank: StatementRank.Started,
    occurredAt: at,
    fields: said(fields),
  };
}

/**
 * What its source knows the alert by: an alert without an alias is its own.
 *
 * @returns `undefined` where the alert is not described, as in `Escalate`: then
 *   it may well have an alias
 */
export function alertKeyOf(known: KnownAlert): string | undefined {
  const isDescribed = startOf(known) !== undefined;
  return known.alert.alias ?? (isDescribed ? known.alert.alertId : undefined);
}

/** Since when it fires. */
export function startOf({ alert }: KnownAlert): EpochMs | undefined {
  return alert.createdAt ?? alert.insertedAt;
}
