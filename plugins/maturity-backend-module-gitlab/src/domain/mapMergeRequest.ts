import {
  type ChangeFields,
  type EpochMs,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  titleOf,
  type MappingContext,
} from '@devops-scorecards/plugin-maturity-node';
import type { MergeRequestPayload } from './changePayloads';
import { isBot } from './isBot';
import { isTrunk } from './isTrunk';
import { mergeRequestKey } from './keys';
import type { MappedPayload } from './mapping';
import { type GitlabProject, projectOf } from './projectOf';

/** One approves, or the last that was needed does. */
const APPROVES: ReadonlySet<string> = new Set(['approval', 'approved']);

/** Taken back by one, or by GitLab because commits were added. */
const TAKES_BACK: ReadonlySet<string> = new Set(['unapproval', 'unapproved']);

/**
 * A `merge_request` event shows the whole request, whatever the action.
 *
 * @remarks
 *
 * - When it was merged or closed is told by the time of that very event alone;
 *   a later edit shows the state and another time.
 * - The author is told by a number. The name is known where the author did it.
 * - The commits of the branch are not told, so neither their number nor the
 *   first of them is known.
 */
export function mapMergeRequest(
  payload: MergeRequestPayload,
  context: MappingContext,
  receivedAt: EpochMs,
): MappedPayload {
  const { object_attributes: request } = payload;
  const project = projectOf(payload.project);
  const occurredAt = request.updated_at;
  const ended = request.state === 'merged' || request.state === 'closed';
  const statement: Statement<'change'> = {
    kind: 'change',
    key: mergeRequestKey(project.host, request.id),
    rank: ended ? StatementRank.Finished : StatementRank.Started,
    occurredAt,
    fields: said(fieldsOf(payload, project, context)),
  };
  return {
    subject: `${project.path}/-/merge_requests/${request.iid}`,
    occurredAt,
    statements: [
      statement,
      ...(request.action === 'reopen' && !ended ? [reopening(statement)] : []),
      ...approvals(payload, statement, receivedAt),
    ],
  };
}

function fieldsOf(
  { object_attributes: request, user }: MergeRequestPayload,
  project: GitlabProject,
  context: MappingContext,
): ChangeFields {
  const { state, action, updated_at: updatedAt } = request;
  const merged = state === 'merged';
  const mergedAt = merged && action === 'merge' ? updatedAt : undefined;
  const closedAt =
    state === 'closed' && action === 'close' ? updatedAt : undefined;
  const byAuthor = user?.id !== undefined && user.id === request.author_id;
  const author = byAuthor ? user.username : undefined;
  return {
    form: 'request',
    title: titleOf(request.title),
    branch: request.source_branch,
    targetBranch: request.target_branch,
    trunk: isTrunk(request.target_branch, project),
    author: context.pseudonym(author),
    bot: isBot(author),
    createdAt: request.created_at,
    mergedAt,
    closedAt: closedAt ?? mergedAt,
    headSha: request.last_commit?.id,
    mergeSha: merged ? request.merge_commit_sha : undefined,
    url: request.url,
  };
}

/**
 * A closed request outranks what is said of an open one. So a reopened one says
 * at the same rank that it is not closed any more, and no more than that.
 */
function reopening(statement: Statement<'change'>): Statement<'change'> {
  return {
    ...statement,
    rank: StatementRank.Finished,
    fields: {},
    clears: ['closedAt'],
  };
}

/**
 * Somebody else's approval, or that it was taken back: then it is not known
 * whether another one stands. An approval does not move the time of the
 * request, so it counts when it was heard of.
 */
function approvals(
  { object_attributes: request, user }: MergeRequestPayload,
  statement: Statement<'change'>,
  receivedAt: EpochMs,
): Statement<'change'>[] {
  const { action = '', state, author_id: author } = request;
  if (state !== 'opened') {
    return [];
  }
  const approval: Statement<'change'> = {
    ...statement,
    occurredAt: receivedAt,
    fields: {},
  };
  const byOther =
    user?.id !== undefined && author !== undefined && user.id !== author;
  if (APPROVES.has(action) && byOther) {
    return [{ ...approval, fields: { approved: true } }];
  }
  return TAKES_BACK.has(action) ? [{ ...approval, clears: ['approved'] }] : [];
}
