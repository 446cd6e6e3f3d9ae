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
import { authorOf } from './authorOf';
import type { Commit } from './commits';

/** What a merge brought to the trunk, itself included. */
export interface Brought {
  commits: number;
  /** When the first of them was written. */
  firstCommitAt: EpochMs;
}

/**
 * A commit that the trunk pointed to is a change that is merged at once: a
 * merge with all that it brought, or a commit that was pushed directly.
 *
 * @remarks
 *
 * - Git keeps no pushes. Of several commits that were pushed together each is
 *   a change of its own.
 * - It is merged when it was committed, by the clock of whoever did it. Work
 *   on it began when its first commit was written.
 *
 * @param options - `path`: of the repository at its host, in lower case, so
 *   that the key is that of the same push in GitHub's webhooks
 */
export function mapCommit(options: {
  commit: Commit;
  /** Of a merge. */
  brought?: Brought;
  path: string;
  branch: string;
  context: Pick<MappingContext, 'pseudonym'>;
}): Statement<'change'> {
  const { commit, brought, path, branch, context } = options;
  const { sha, committedAt, authorName, authorEmail } = commit;
  const author = authorOf({ name: authorName, email: authorEmail });
  const fields: ChangeFields = {
    form: 'push',
    // Cut between the halves of a character, it could not be stored.
    title: titleOf(commit.subject)?.replace(/\p{Surrogate}/gu, ''),
    branch,
    targetBranch: branch,
    trunk: true,
    author: context.pseudonym(author.identity),
    bot: author.bot,
    createdAt: committedAt,
    commits: brought?.commits ?? 1,
    firstCommitAt: brought?.firstCommitAt ?? commit.authoredAt,
    mergedAt: committedAt,
    headSha: sha,
    mergeSha: sha,
  };
  return {
    kind: 'change',
    key: `${path} refs/heads/${branch} ${sha}`,
    rank: StatementRank.Finished,
    occurredAt: committedAt,
    fields: said(fields),
  };
}
