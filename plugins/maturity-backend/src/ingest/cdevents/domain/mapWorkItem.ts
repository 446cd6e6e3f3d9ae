import {
  type EpochMs,
  said,
  type Statement,
  StatementRank,
  type WorkItemFields,
} from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import {
  accept,
  type Result,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { titleOf, urlOf } from './contentTexts';
import { referencedKey, subjectKey } from './factKeys';
import { instant, reference, word } from './memberSchemas';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';

/** What the `customData` of a ticket or a work item may say. */
const customMembers = z.object({
  form: word([
    'requirement',
    'defect',
    'task',
    'action',
    'improvement',
  ]).optional(),
  acceptedAt: instant.optional(),
  dueAt: instant.optional(),
  releasedAt: instant.optional(),
  incident: reference.optional(),
  url: z.string().optional(),
});

/** What the content of our own work item events may say. */
const contentMembers = customMembers.extend({
  title: z.string().optional(),
  createdAt: instant.optional(),
  startedAt: instant.optional(),
  doneAt: instant.optional(),
});

type Members = z.output<typeof contentMembers>;

/**
 * CDEvents' `ticket` and our own work item events are statements of one work
 * item, which its subject names.
 */
export function mapWorkItem(event: Cdevent): Result<Statement<'work-item'>[]> {
  const custom = readMembers(
    customMembers,
    event.customData,
    'data.customData',
  );
  if (!custom.ok) {
    return custom;
  }
  if (!event.type.custom) {
    return accept([mapTicket(event, custom.value)]);
  }
  const content = readMembers(
    contentMembers,
    event.content,
    'data.subject.content',
  );
  return content.ok
    ? accept([mapOwn(event, { ...custom.value, ...content.value })])
    : content;
}

/** Kinds of tickets that CDEvents names or trackers are found to use. */
const FORMS: Readonly<Record<string, WorkItemFields['form']>> = {
  bug: 'defect',
  defect: 'defect',
  enhancement: 'requirement',
  feature: 'requirement',
  requirement: 'requirement',
  story: 'requirement',
  task: 'task',
  action: 'action',
  improvement: 'improvement',
};

/** Resolutions of a ticket that was closed without being done. */
const DROPPED = new Set([
  'withdrawn',
  'duplicate',
  'rejected',
  'invalid',
  'cancelled',
  'canceled',
  'wontfix',
  "won't fix",
  "won't do",
]);

const TICKET_RANKS: Readonly<Record<string, StatementRank>> = {
  created: StatementRank.Queued,
  updated: StatementRank.Started,
  closed: StatementRank.Finished,
};

function mapTicket(event: Cdevent, members: Members): Statement<'work-item'> {
  const { content, timestamp } = event;
  const { predicate } = event.type;
  const type = textOf(content, 'ticketType')?.toLowerCase() ?? '';
  const fields: WorkItemFields = {
    ...fieldsOf(event, members),
    form:
      members.form ?? (Object.hasOwn(FORMS, type) ? FORMS[type] : undefined),
    title: titleOf(textOf(content, 'summary')),
    url: urlOf(event) ?? members.url,
  };
  if (predicate === 'created') {
    fields.createdAt = timestamp;
  }
  const statement = statementOf(event, fields, TICKET_RANKS[predicate]);
  if (predicate !== 'closed') {
    return statement;
  }
  const resolution = textOf(content, 'resolution')?.toLowerCase() ?? '';
  return DROPPED.has(resolution)
    ? asDropped(statement)
    : asDone(statement, timestamp);
}

/** The field that the time of an event of ours fills unless it says another. */
const OWN_TIME: Readonly<
  Record<string, { field?: keyof WorkItemFields; rank: StatementRank }>
> = {
  created: { field: 'createdAt', rank: StatementRank.Queued },
  accepted: { field: 'acceptedAt', rank: StatementRank.Queued },
  started: { field: 'startedAt', rank: StatementRank.Started },
  done: { rank: StatementRank.Finished },
  released: { field: 'releasedAt', rank: StatementRank.Finished },
  dropped: { rank: StatementRank.Finished },
};

function mapOwn(event: Cdevent, members: Members): Statement<'work-item'> {
  const { predicate } = event.type;
  const { field, rank } = OWN_TIME[predicate];
  const statement = statementOf(
    event,
    {
      ...(field && { [field]: event.timestamp }),
      ...said(fieldsOf(event, members)),
    },
    rank,
  );
  if (predicate === 'done') {
    return asDone(statement, members.doneAt ?? event.timestamp);
  }
  return predicate === 'dropped' ? asDropped(statement) : statement;
}

/** Done after all, should it have been dropped before. */
function asDone(
  statement: Statement<'work-item'>,
  doneAt: EpochMs,
): Statement<'work-item'> {
  return {
    ...statement,
    fields: { ...statement.fields, doneAt, dropped: false },
  };
}

/** Dropped after all, should it have been closed as done before. */
function asDropped(statement: Statement<'work-item'>): Statement<'work-item'> {
  return {
    ...statement,
    fields: said({ ...statement.fields, doneAt: undefined, dropped: true }),
    clears: ['doneAt'],
  };
}

function fieldsOf(event: Cdevent, members: Members): WorkItemFields {
  return {
    ...members,
    title: titleOf(members.title),
    incident: referencedKey(members.incident, { event, text: 'id' }),
  };
}

function statementOf(
  event: Cdevent,
  fields: WorkItemFields,
  rank: StatementRank,
): Statement<'work-item'> {
  return {
    kind: 'work-item',
    key: subjectKey(event),
    rank,
    occurredAt: event.timestamp,
    fields: said(fields),
  };
}
