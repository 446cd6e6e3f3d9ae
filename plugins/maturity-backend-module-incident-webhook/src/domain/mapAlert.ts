import { InputError } from '@backstage/errors';
import {
  type AlertFields,
  type EpochMs,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { checkOrder } from './checkOrder';
import { ALERT_TYPES } from './eventTypes';
import { firingKey } from './keys';
import type { AlertMembers } from './members';

/**
 * What an event says of one firing of its alert: the alert, which `id` names,
 * and since when it fires make the fact.
 *
 * @throws InputError where an event other than `alert.fired` leaves
 *   `startedAt` out, for it would belong to no firing, and for an end before
 *   the start
 */
export function mapAlert(options: {
  type: string;
  timestamp: EpochMs;
  source: string;
  members: AlertMembers;
}): Statement<'alert'> {
  const { type, timestamp, source, members } = options;
  const fields: AlertFields = {
    [ALERT_TYPES[type]]: timestamp,
    ...said({
      alertKey: members.alertKey ?? members.id,
      name: members.title,
      severity: members.severity,
      startedAt: members.startedAt,
      acknowledgedAt: members.acknowledgedAt,
      resolvedAt: members.resolvedAt,
      actionable: members.actionable,
      url: members.url,
    }),
  };
  if (fields.startedAt === undefined) {
    throw new InputError(
      `data.startedAt is missing: send when the alert of the ${type} began to fire, for it may have fired before`,
    );
  }
  checkOrder({
    begun: fields.startedAt,
    ended: fields.resolvedAt,
    end: 'resolvedAt',
    isOwnTime: members.resolvedAt === undefined,
  });
  return {
    kind: 'alert',
    key: firingKey(source, members.id, fields.startedAt),
    rank: StatementRank.Started,
    occurredAt: timestamp,
    fields,
  };
}
