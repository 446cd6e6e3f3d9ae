/** Ways in which the git plugin of Jenkins writes a branch of a remote. */
const OF_REMOTE =
  /^(?:refs\/heads\/|refs\/remotes\/[^/]+\/|remotes\/[^/]+\/|origin\/)/;

/**
 * The name of a branch in its repository.
 *
 * @param branch - as `GIT_BRANCH` says it: `origin/main`, `main`,
 *   `refs/remotes/origin/main`
 * @returns `undefined` for a build of a commit that is on no branch
 *   (`detached`), and where there is none
 */
export function branchName(branch: string | undefined): string | undefined {
  const name = branch?.replace(OF_REMOTE, '');
  return name && name !== 'detached' && name !== 'HEAD' ? name : undefined;
}
