import {
  type AlertFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import {
  accept,
  type Result,
  refuse,
} from '@devops-scorecards/plugin-maturity-node';
import { titleOf } from './contentTexts';
import { firingKey } from './factKeys';
import { instant, word } from './memberSchemas';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';

const contentMembers = z.object({
  name: z.string().optional(),
  severity: word(['critical', 'warning', 'info']).optional(),
  startedAt: instant.optional(),
  acknowledgedAt: instant.optional(),
  resolvedAt: instant.optional(),
  actionable: z.boolean().optional(),
  escalated: z.boolean().optional(),
  url: z.string().optional(),
});

/** The field that the time of an event fills unless it says another. */
const OWN_TIME: Readonly<Record<string, keyof AlertFields>> = {
  fired: 'startedAt',
  acknowledged: 'acknowledgedAt',
  resolved: 'resolvedAt',
};

/**
 * Each firing of an alert is a fact of its own: the alert, which the subject
 * names, and since when it fires.
 *
 * @remarks
 *
 * Only the event that it fired may leave `startedAt` out: the others would
 * belong to no firing.
 */
export function mapAlert(event: Cdevent): Result<Statement<'alert'>[]> {
  const members = readMembers(
    contentMembers,
    event.content,
    'data.subject.content',
  );
  if (!members.ok) {
    return members;
  }
  const { predicate } = event.type;
  const fields: AlertFields = {
    alertKey: event.subjectId,
    [OWN_TIME[predicate]]: event.timestamp,
    ...said({ ...members.value, name: titleOf(members.value.name) }),
  };
  if (fields.startedAt === undefined) {
    return refuse(
      400,
      `data.subject.content.startedAt is missing: send when the alert that was ${predicate} began to fire, for it may have fired before`,
    );
  }
  return accept([
    {
      kind: 'alert',
      key: firingKey(event, fields.startedAt),
      rank: StatementRank.Started,
      occurredAt: event.timestamp,
      fields,
    },
  ]);
}
