import type { GitlabProject } from './projectOf';

/**
 * Whether a branch is the default branch of its project; `undefined` where
 * either is not told.
 */
export function isTrunk(
  branch: string | undefined,
  { defaultBranch }: GitlabProject,
): boolean | undefined {
  return branch !== undefined && defaultBranch !== undefined
    ? branch === defaultBranch
    : undefined;
}
