import {
  type ChangeFields,
  type EpochMs,
  said,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { mapPullRequest } from '../../domain/mapPullRequest';
import { pullRequestSchema as webhookSchema } from '../../domain/payloads';
import type { PulledThing } from './pulledThing';
import {
  commitSchema,
  pullRequestSchema,
  type RestRepository,
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
 * @throws ZodError for what is not as GitHub documents it
 */
export function readCommits(
  payload: unknown,
  options: { isAll: boolean },
): RequestCommits {
  const commits = commitSchema.array().parse(payload);
  const times = commits.flatMap(({ commit }) =>
    commit.author ? [commit.author.date] : [],
  );
  return {
    count: options.isAll ? commits.length : undefined,
    // Of more commits than were read, the first may be among the others.
    firstCommitAt:
      options.isAll && times.length > 0 ? Math.min(...times) : undefined,
  };
}

/**
 * A pull request of a list of the REST interface: it has the shape of
 * `pull_request` in the webhook of that name, but for its commits.
 *
 * @remarks
 *
 * A list does not say whether an open request was closed in between. So of an
 * open one it is always said that it is not closed.
 *
 * @throws ZodError for what is not as GitHub documents it
 */
export function mapPulledRequest(options: {
  request: unknown;
  commits?: RequestCommits;
  /** Whether it was approved when it was merged; absent where that is unknown. */
  approved?: boolean;
  repository: RestRepository;
  /** Of a tracker. */
  projects: ReadonlySet<string>;
  context: MappingContext;
}): PulledThing {
  const { request, commits, approved, repository, projects, context } = options;
  const { state, updated_at: updatedAt } = pullRequestSchema.parse(request);
  const mapped = mapPullRequest(
    webhookSchema.parse({
      action: state === 'open' ? 'reopened' : 'closed',
      pull_request: {
        ...(request as object),
        ...(commits?.count !== undefined && { commits: commits.count }),
      },
      repository,
    }),
    { projects, context },
  );
  const { firstCommitAt } = commits ?? {};
  const told = said<ChangeFields>({ firstCommitAt, approved });
  return {
    ...mapped,
    // Of a merged request there is one, which says that it was.
    statements: mapped.statements.map(statement => ({
      ...statement,
      fields: { ...statement.fields, ...told },
    })),
    type: 'com.github.rest.pull_request',
    version: [
      state,
      new Date(updatedAt).toISOString(),
      commits && `${commits.count ?? 'many'} commits`,
      approval(approved),
    ],
  };
}

function approval(approved: boolean | undefined): string | undefined {
  if (approved === undefined) {
    return undefined;
  }
  return approved ? 'approved' : 'not approved';
}
