import {
  type ChangeFields,
  type EpochMs,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  type MappingContext,
  titleOf,
} from '@devops-scorecards/plugin-maturity-node';
import type { PushPayload } from './changePayloads';
import { isBot } from './isBot';
import { isTrunk } from './isTrunk';
import { pushKey } from './keys';
import type { MappedPayload } from './mapping';
import { projectOf } from './projectOf';

const BRANCH = 'refs/heads/';

/** What a ref points to that is no more. */
const NOTHING = /^0+$/;

/**
 * A `push` to a branch is a change that is merged at once.
 *
 * @remarks
 *
 * - A pushed tag changes no code and a deleted branch ends none: no statement.
 * - A merged merge request arrives as a push too. Both carry the commit on the
 *   target branch, by which metrics count them once.
 * - GitLab lists the newest twenty commits and counts them all. Where some are
 *   not listed, the first of them is not known.
 *
 * @param receivedAt - when it was pushed: GitLab sends at once and tells no time
 */
export function mapPush(
  payload: PushPayload,
  context: MappingContext,
  receivedAt: EpochMs,
): MappedPayload {
  const { ref, after, commits, user_username: username } = payload;
  const project = projectOf(payload.project);
  const mapped = { subject: `${project.path}/${ref}`, occurredAt: receivedAt };
  if (!ref.startsWith(BRANCH) || NOTHING.test(after)) {
    return { ...mapped, statements: [] };
  }
  const branch = ref.slice(BRANCH.length);
  const head = commits.find(({ id }) => id === after);
  const count = payload.total_commits_count ?? commits.length;
  const times = commits.flatMap(({ timestamp }) => timestamp ?? []);
  const knowsFirst = times.length > 0 && times.length === count;
  const fields: ChangeFields = {
    form: 'push',
    title: titleOf(head?.message),
    branch,
    targetBranch: branch,
    trunk: isTrunk(branch, project),
    author: context.pseudonym(username),
    bot: isBot(username),
    createdAt: receivedAt,
    commits: count,
    firstCommitAt: knowsFirst ? Math.min(...times) : undefined,
    mergedAt: receivedAt,
    headSha: after,
    mergeSha: after,
    url: head?.url,
  };
  return {
    ...mapped,
    statements: [
      {
        kind: 'change',
        key: pushKey({
          host: project.host,
          project: payload.project_id ?? project.id,
          ref,
          sha: after,
        }),
        rank: StatementRank.Finished,
        occurredAt: receivedAt,
        fields: said(fields),
      },
    ],
  };
}
