import {
  type ChangeFields,
  type EpochMs,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  titleOf,
  type MappingContext,
} from '@devops-scorecards/plugin-maturity-node';
import { type MappedPayload } from './mapping';
import type { PushPayload } from './payloads';

const BRANCH = 'refs/heads/';

/**
 * A `push` to a branch is a change that is merged at once.
 *
 * @remarks
 *
 * - A pushed tag changes no code and a deleted branch ends none: no statement.
 * - A merged pull request arrives as a push too. Both carry the commit on the
 *   target branch as `mergeSha`, by which metrics count them once.
 * - All of its commits count: those of a merged branch are not new to the
 *   repository (`distinct`), but they are to the branch that was pushed.
 *   GitHub lists 2048 at most, so of a larger push the number is the least
 *   that it can be.
 *
 * @param receivedAt - stands in where the payload tells no time
 */
export function mapPush(
  payload: PushPayload,
  context: MappingContext,
  receivedAt: EpochMs,
): MappedPayload {
  const { ref, after, repository, sender } = payload;
  const occurredAt =
    repository.pushed_at ?? payload.head_commit?.timestamp ?? receivedAt;
  const mapped = { subject: `${repository.full_name}/${ref}`, occurredAt };
  if (payload.deleted || !ref.startsWith(BRANCH)) {
    return { ...mapped, statements: [] };
  }
  const branch = ref.slice(BRANCH.length);
  const commitTimes = payload.commits.flatMap(({ timestamp }) =>
    timestamp === undefined ? [] : [timestamp],
  );
  const fields: ChangeFields = {
    form: 'push',
    title: titleOf(payload.head_commit?.message),
    branch,
    targetBranch: branch,
    trunk: repository.default_branch
      ? branch === repository.default_branch
      : undefined,
    author: context.pseudonym(sender?.login),
    bot: sender && sender.type === 'Bot',
    createdAt: occurredAt,
    commits: payload.commits.length,
    firstCommitAt: commitTimes.length ? Math.min(...commitTimes) : undefined,
    mergedAt: occurredAt,
    headSha: after,
    mergeSha: after,
    url: payload.compare,
  };
  return {
    ...mapped,
    statements: [
      {
        kind: 'change',
        key: `${repository.full_name.toLowerCase()} ${ref} ${after}`,
        rank: StatementRank.Finished,
        occurredAt,
        fields: said(fields),
      },
    ],
  };
}
