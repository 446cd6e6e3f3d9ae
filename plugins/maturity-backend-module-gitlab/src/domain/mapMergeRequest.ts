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
import { approvalTold, approvedByReviewer } from './approvals';
import type { MergeRequestPayload } from './changePayloads';
import { isBot } from './isBot';
import { isTrunk } from './isTrunk';
import { mergeRequestKey } from './keys';
import type { MappedPayload } from './mapping';
import { type GitlabProject, projectOf } from './projectOf';
import { workItemsNamed } from './workItemsNamed';

/** What the mapping of a request may know beside its payload. */
export interface RequestSurroundings {
  context: MappingContext;
  receivedAt: EpochMs;
  /** Of a tracker, see {@link workItemsNamed}. */
  projects: ReadonlySet<string>;
}

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
 * - Its merge shows which reviewers approve. That stands, whatever was heard of
 *   approvals before; that none does says nothing, see
 *   {@link approvedByReviewer}.
 * - How it passed the gates of its target is not told: `detailed_merge_status`
 *   of an open request is about a merge to come, and of a merged one it is that
 *   it is not open.
 */
export function mapMergeRequest(
  payload: MergeRequestPayload,
  options: RequestSurroundings,
): MappedPayload {
  const { object_attributes: request } = payload;
  const project = projectOf(payload.project);
  const occurredAt = request.updated_at;
  const ended = request.state === 'merged' || request.state === 'closed';
  const fields = fieldsOf(payload, project, options);
  const isUnclear =
    fields.workItems === undefined && request.description !== undefined;
  const about = {
    kind: 'change' as const,
    key: mergeRequestKey(project.host, request.id),
    rank: ended ? StatementRank.Finished : StatementRank.Started,
  };
  const statement: Statement<'change'> = {
    ...about,
    occurredAt,
    fields: said(fields),
    // What was named before an edit is named no more.
    ...(isUnclear && { clears: ['workItems'] }),
  };
  const approval = approvalTold(payload, options.receivedAt);
  return {
    subject: `${project.path}/-/merge_requests/${request.iid}`,
    occurredAt,
    statements: [
      statement,
      ...(request.action === 'reopen' && !ended ? [reopening(statement)] : []),
      ...(approval ? [{ ...about, ...approval }] : []),
    ],
  };
}

function fieldsOf(
  payload: MergeRequestPayload,
  project: GitlabProject,
  { context, projects }: RequestSurroundings,
): ChangeFields {
  const { object_attributes: request, user } = payload;
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
    approved: mergedAt === undefined ? undefined : approvedByReviewer(payload),
    workItems: workItemsNamed(
      {
        title: request.title,
        description: request.description,
        branch: request.source_branch,
      },
      { project, projects },
    ),
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
