import { InputError } from '@backstage/errors';
import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import { repositoryAlias } from '@devops-scorecards/plugin-maturity-node';
import type { ProjectPayload } from './parts';

/** Where an event came about. */
export interface GitlabProject {
  /** Address of its page. */
  url: string;
  /** Of the instance, in lower case, with a port that is not the usual one. */
  host: string;
  /** Group and name, as GitLab spells them. */
  path: string;
  /** What stays when the project is renamed; the path where it is not told. */
  id: number | string;
  defaultBranch?: string;
  /** Names by which the catalog may know it, the most telling first. */
  aliases: Alias[];
}

/**
 * The project of a payload.
 *
 * @returns `undefined` where no address tells it
 */
export function findProject(
  project: ProjectPayload | undefined,
): GitlabProject | undefined {
  const url = project?.web_url ?? project?.homepage ?? project?.git_http_url;
  const alias = repositoryAlias(url);
  if (!project || !url || !alias) {
    return undefined;
  }
  const host = alias.value.slice(0, alias.value.indexOf('/'));
  const page = url.replace(/(\.git)?\/*$/i, '');
  const path =
    project.path_with_namespace ?? page.replace(/^[^/]*\/\/[^/]+\//, '');
  // An instance below a path has it in its addresses and not in its slugs.
  const names = new Set([
    alias.value,
    repositoryAlias(project.git_http_url)?.value ?? alias.value,
    `${host}/${path.toLowerCase()}`,
  ]);
  return {
    url: page,
    host,
    path,
    id: project.id ?? path.toLowerCase(),
    defaultBranch: project.default_branch,
    aliases: [...names].map(value => ({ scheme: 'repository', value })),
  };
}

/**
 * The project of a payload that makes facts.
 *
 * @throws InputError where no address tells it
 */
export function projectOf(project: ProjectPayload | undefined): GitlabProject {
  const found = findProject(project);
  if (!found) {
    throw new InputError(
      'The payload names no project: it needs project.web_url, so deliver without a custom webhook template',
    );
  }
  return found;
}
