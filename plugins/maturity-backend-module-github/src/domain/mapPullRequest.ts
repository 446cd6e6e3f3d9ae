import {
  type ChangeFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  titleOf,
  type MappingContext,
} from '@devops-scorecards/plugin-maturity-node';
import { type MappedPayload, numberedKey } from './mapping';
import type { PullRequestPayload } from './payloads';
import { workItemsNamed } from './workItemsNamed';

/**
 * A `pull_request` event shows the whole request, whatever the action.
 *
 * @remarks
 *
 * A closed request was merged only where `merged_at` is set. Until then
 * `merge_commit_sha` is the commit of a trial merge that nobody keeps.
 *
 * A closed request outranks what is said of an open one. So a reopened one
 * says at the same rank that it is not closed any more, and no more than that.
 *
 * Who approved it, the request does not show: its reviews do. Nor does it show
 * how it passed the gates of its target.
 *
 * @param options - `projects`: of a tracker, see {@link workItemsNamed}
 */
export function mapPullRequest(
  payload: PullRequestPayload,
  options: { projects: ReadonlySet<string>; context: MappingContext },
): MappedPayload {
  const { projects, context } = options;
  const { pull_request: request, repository } = payload;
  const merged = request.merged_at !== undefined;
  const ended = merged || request.closed_at !== undefined;
  const workItems = workItemsNamed(
    { title: request.title, body: request.body, branch: request.head.ref },
    { repository, number: request.number, projects },
  );
  const fields: ChangeFields = {
    form: 'request',
    title: titleOf(request.title),
    branch: request.head.ref,
    targetBranch: request.base.ref,
    trunk:
      request.base.ref && repository.default_branch
        ? request.base.ref === repository.default_branch
        : undefined,
    author: context.pseudonym(request.user?.login),
    bot: request.user && request.user.type === 'Bot',
    createdAt: request.created_at,
    commits: merged ? request.commits : undefined,
    mergedAt: request.merged_at,
    closedAt: request.closed_at ?? request.merged_at,
    headSha: request.head.sha,
    mergeSha: merged ? request.merge_commit_sha : undefined,
    workItems,
    url: request.html_url,
  };
  const statement: Statement<'change'> = {
    kind: 'change',
    key: numberedKey(repository.full_name, request.number),
    rank: ended ? StatementRank.Finished : StatementRank.Started,
    occurredAt: request.updated_at,
    fields: said(fields),
    // What was named before an edit is named no more.
    ...(workItems === undefined &&
      request.body !== undefined && { clears: ['workItems'] }),
  };
  const reopening: Statement<'change'> = {
    ...statement,
    rank: StatementRank.Finished,
    fields: {},
    clears: ['closedAt'],
  };
  return {
    subject: `${repository.full_name}/pull/${request.number}`,
    occurredAt: request.updated_at,
    statements:
      payload.action === 'reopened' && !ended
        ? [statement, reopening]
        : [statement],
  };
}
