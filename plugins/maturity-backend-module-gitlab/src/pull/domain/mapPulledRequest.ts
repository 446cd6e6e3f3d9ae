import type {
  EpochMs,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { mergeRequestSchema } from '../../domain/changePayloads';
import { mapMergeRequest } from '../../domain/mapMergeRequest';
import { projectPayload } from './projectPayload';
import type { PulledThing } from './pulledThing';
import {
  restCommitsSchema,
  restMergeRequestSchema,
  type RestMergeRequest,
  type RestProject,
} from './restPayloads';

/** What the commits of a request tell. */
export interface RequestCommits {
  /** Absent where there are more than were read. */
  count?: number;
  firstCommitAt?: EpochMs;
}

/**
 * How many commits a request has and when the first of them was written.
 *
 * @remarks
 *
 * The author's date is read: a rebase writes the committer's anew, and would
 * make every change look as if it had been begun when it was merged.
 *
 * @param payload - a page of its commits
 * @throws ZodError for what is not as GitLab documents it
 */
export function readCommits(
  payload: unknown,
  options: { isAll: boolean },
): RequestCommits {
  const commits = restCommitsSchema.parse(payload);
  const times = commits.flatMap(({ authored_date: at }) => at ?? []);
  if (!options.isAll) {
    // The first may be among the others.
    return {};
  }
  return {
    count: commits.length,
    firstCommitAt: times.length > 0 ? Math.min(...times) : undefined,
  };
}

/**
 * A merge request of the REST interface. What brought it into its state is told
 * with its time, as the webhook told it then.
 *
 * @remarks
 *
 * A list does not say whether an open request was closed in between. So of an
 * open one it is always said that it is not closed.
 *
 * @throws ZodError for what is not as GitLab documents it
 */
export function mapPulledRequest(options: {
  request: unknown;
  commits?: RequestCommits;
  project: RestProject;
  /** Of a tracker. */
  projects: ReadonlySet<string>;
  context: MappingContext;
}): PulledThing {
  const { commits, project, projects, context } = options;
  const request = restMergeRequestSchema.parse(options.request);
  const { author, id, iid, title, state, source_branch, target_branch } =
    request;
  const mapped = mapMergeRequest(
    mergeRequestSchema.parse({
      user: author,
      project: projectPayload(project),
      object_attributes: {
        id,
        iid,
        author_id: author?.id,
        title,
        description: request.description,
        state,
        ...stepOf(request),
        source_branch,
        target_branch,
        created_at: request.created_at,
        merge_commit_sha: commitOf(request),
        last_commit: { id: request.sha },
        url: request.web_url,
      },
    }),
    // Only approvals count by a time of receipt, and a list tells of none.
    { context, projects, receivedAt: 0 },
  );
  const { count, firstCommitAt } = commits ?? {};
  const told = {
    ...(count !== undefined && { commits: count }),
    ...(firstCommitAt !== undefined && { firstCommitAt }),
  };
  return {
    ...mapped,
    statements: mapped.statements.map(statement =>
      isReopening(statement)
        ? statement
        : { ...statement, fields: { ...statement.fields, ...told } },
    ),
    type: 'com.gitlab.rest.merge_request',
    version: [
      state,
      request.updated_at,
      commits && `${count ?? 'many'} commits`,
    ],
  };
}

function isReopening({ clears = [] }: Statement): boolean {
  return clears.includes('closedAt');
}

/** What brought a request into its state, and when. */
function stepOf(request: RestMergeRequest) {
  const { state, updated_at, merged_at, closed_at } = request;
  if (state === 'merged' && merged_at) {
    return { action: 'merge', updated_at: merged_at };
  }
  if (state === 'closed' && closed_at) {
    return { action: 'close', updated_at: closed_at };
  }
  return { action: state === 'opened' ? 'reopen' : undefined, updated_at };
}

/**
 * What the target points to since: the merge, or where there is none the
 * squashed commit, or that of the branch, which was put there as it was.
 */
function commitOf({
  state,
  merge_commit_sha: merge,
  squash_commit_sha: squash,
  sha,
}: RestMergeRequest): string | undefined {
  return merge ?? (state === 'merged' ? squash ?? sha : undefined);
}
