import {
  type IncidentFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import {
  accept,
  type Result,
  recordOf,
  refuse,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { artifactOf } from './artifactOf';
import { titleOf } from './contentTexts';
import { referencedKey, subjectKey } from './factKeys';
import { instant, name, reference, severity, word } from './memberSchemas';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';

/** What the `customData` of an incident may say, CDEvents' own and ours. */
const customMembers = z.object({
  severity: severity.optional(),
  impact: word(['outage', 'degraded', 'none']).optional(),
  startedAt: instant.optional(),
  detectedBy: word([
    'monitoring',
    'inspection',
    'user',
    'regulator',
  ]).optional(),
  cause: word([
    'change',
    'capacity',
    'dependency',
    'hardware',
    'other',
  ]).optional(),
  deployment: reference.optional(),
  alertKey: z.string().optional(),
  url: z.string().optional(),
});

/** What the content of our own incident events may say. */
const contentMembers = customMembers.extend({
  title: z.string().optional(),
  detectedAt: instant.optional(),
  acknowledgedAt: instant.optional(),
  restoredAt: instant.optional(),
  artifactId: z.string().optional(),
  environment: name.optional(),
  scheduled: z.boolean().optional(),
  repeatOf: reference.optional(),
  reviewedAt: instant.optional(),
});

type Members = z.output<typeof contentMembers>;

/**
 * CDEvents' `incident` and our own incident events are statements of one
 * incident, which its subject names.
 *
 * @remarks
 *
 * - All have the same rank: of two that say the same field, the later counts,
 *   so an update may correct a restoration and a reopening take it back.
 * - A detection says when, not since when: `startedAt` is never assumed.
 * - `detected` is said of a system as of a person, so it names no detector.
 *   A report is a person's, but a weak word on who was first: it stands back
 *   behind every event that says when it was detected, or by whom.
 * - The artifact of `resolved` is the one that fixed it, not the faulty one.
 */
export function mapIncident(event: Cdevent): Result<Statement<'incident'>[]> {
  const custom = readMembers(
    customMembers,
    event.customData,
    'data.customData',
  );
  if (!custom.ok) {
    return custom;
  }
  if (!event.type.custom) {
    return accept(mapStandard(event, custom.value));
  }
  const content = readMembers(
    contentMembers,
    event.content,
    'data.subject.content',
  );
  return content.ok
    ? mapOwn(event, { ...custom.value, ...content.value })
    : content;
}

function mapStandard(
  event: Cdevent,
  members: Members,
): Statement<'incident'>[] {
  const { content, timestamp } = event;
  const resolved = event.type.predicate === 'resolved';
  const fields: IncidentFields = {
    ...fieldsOf(event, members),
    environment: textOf(recordOf(content, 'environment'), 'id'),
    url: textOf(content, 'ticketURI') ?? members.url,
  };
  if (resolved) {
    fields.restoredAt = timestamp;
  } else {
    fields.title = titleOf(textOf(content, 'description'));
    fields.artifact = artifactOf(textOf(content, 'artifactId'));
  }
  if (event.type.predicate !== 'reported') {
    fields.detectedAt = resolved ? undefined : timestamp;
    return [statementOf(event, fields)];
  }
  const report: IncidentFields = {
    detectedAt: timestamp,
    detectedBy: members.detectedBy ? undefined : 'user',
  };
  return [
    statementOf(event, fields),
    { ...statementOf(event, report), rank: StatementRank.Queued },
  ];
}

/** The field that the time of an event of ours fills unless it says another. */
const OWN_TIME: Readonly<Record<string, keyof IncidentFields>> = {
  opened: 'detectedAt',
  acknowledged: 'acknowledgedAt',
  restored: 'restoredAt',
  reviewed: 'reviewedAt',
};

function mapOwn(
  event: Cdevent,
  members: Members,
): Result<Statement<'incident'>[]> {
  const { predicate } = event.type;
  const reopened = predicate === 'reopened';
  if (reopened && members.restoredAt !== undefined) {
    return refuse(
      400,
      'data.subject.content.restoredAt is said of a reopened incident, which is not restored: leave it out, or send incident.restored',
    );
  }
  const own = OWN_TIME[predicate];
  const statement = statementOf(event, {
    ...(own && { [own]: event.timestamp }),
    ...said(fieldsOf(event, members)),
  });
  return accept([
    reopened ? { ...statement, clears: ['restoredAt'] } : statement,
  ]);
}

function fieldsOf(event: Cdevent, members: Members): IncidentFields {
  const { artifactId, deployment, repeatOf, title, ...rest } = members;
  return {
    ...rest,
    title: titleOf(title),
    deployment: referencedKey(deployment, { event, text: 'key' }),
    artifact: artifactOf(artifactId),
    repeatOf: referencedKey(repeatOf, { event, text: 'id' }),
  };
}

function statementOf(
  event: Cdevent,
  fields: IncidentFields,
): Statement<'incident'> {
  return {
    kind: 'incident',
    key: subjectKey(event),
    rank: StatementRank.Started,
    occurredAt: event.timestamp,
    fields: said(fields),
  };
}
