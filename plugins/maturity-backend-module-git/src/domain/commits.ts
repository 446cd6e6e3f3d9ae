import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** A commit, as `git log` prints it by {@link COMMIT_FORMAT}. */
export interface Commit {
  sha: string;
  parents: string[];
  /** By the clock of whoever wrote it. */
  authoredAt: EpochMs;
  /** By the clock of whoever put it there: the merge, the rebase, the push. */
  committedAt: EpochMs;
  authorName: string;
  authorEmail: string;
  subject: string;
}

/** Members of a commit, apart by NUL, each commit closed by one. */
export const COMMIT_FORMAT = '%H%x00%P%x00%at%x00%ct%x00%an%x00%ae%x00%s';

const MEMBERS = 7;

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** A time of git, whole seconds; before 1970 it is none. */
function instantOf(seconds: string): EpochMs | undefined {
  const value = /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/**
 * Reads what `git log -z` printed in {@link COMMIT_FORMAT}. A commit with a
 * time that cannot be is left out, and never its neighbours.
 */
export function parseCommits(output: string): Commit[] {
  const parts = output.split('\0');
  const commits: Commit[] = [];
  for (let start = 0; start + MEMBERS <= parts.length; start += MEMBERS) {
    const [sha, parents, authored, committed, name, email, subject] =
      parts.slice(start, start + MEMBERS);
    const authoredAt = instantOf(authored);
    const committedAt = instantOf(committed);
    if (
      SHA.test(sha) &&
      authoredAt !== undefined &&
      committedAt !== undefined
    ) {
      commits.push({
        sha,
        parents: parents.split(' ').filter(Boolean),
        authoredAt,
        committedAt,
        authorName: name,
        authorEmail: email,
        subject,
      });
    }
  }
  return commits;
}
