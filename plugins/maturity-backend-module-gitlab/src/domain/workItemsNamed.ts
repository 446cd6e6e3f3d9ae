import {
  hasKeyLike,
  proseOf,
  trackerKeys,
  type Prose,
} from '@devops-scorecards/plugin-maturity-node';
import { closingReferences } from './closingReferences';
import type { GitlabProject } from './projectOf';

/** More than a request of people names; what is above is not counted. */
const MOST_NAMED = 50;

/** A mention, which may be of an issue that exists or of nothing at all. */
const MENTION =
  /(?<!&)#[1-9]\d{0,9}(?!\w)|\bGL-\d|\/(?:issues|work_items)\/\d|\[(?:issue|work_item):/i;

/** A branch that GitLab makes for an issue begins with its number. */
const NUMBERED_BRANCH = /(?:^|\/)[1-9]\d{0,9}-/;

/** Where a request names what it was made for. */
export interface RequestTexts {
  title: string | undefined;
  /** Null or empty where there is none, undefined where it is not told. */
  description: string | null | undefined;
  branch: string | undefined;
}

/**
 * How many work items a merge request names.
 *
 * @remarks
 *
 * - Issues count by a closing word in title or description. GitLab links these.
 * - Keys of a tracker count in title, description and branch, if they are of
 *   one of its `projects`.
 *
 * @returns 0 where it names none; `undefined` where it cannot be told: it
 * mentions what may be one, or was not shown as a whole
 */
export function workItemsNamed(
  { title = '', description, branch = '' }: RequestTexts,
  options: {
    project: Pick<GitlabProject, 'host' | 'path'>;
    projects: ReadonlySet<string>;
  },
): number | undefined {
  const { project, projects } = options;
  const told = proseOf(description ?? '');
  const written = [title, told.prose];
  const names = new Set([
    ...written.flatMap(text =>
      closingReferences(text, { project: project.path, host: project.host }),
    ),
    ...written.flatMap(text => trackerKeys(text, projects)),
    // Branches are written in lower case by many.
    ...trackerKeys(branch.toUpperCase(), projects),
  ]);
  if (names.size > 0) {
    return Math.min(names.size, MOST_NAMED);
  }
  return description === undefined || mayName({ title, told, branch, projects })
    ? undefined
    : 0;
}

function mayName(options: {
  title: string;
  told: Prose;
  branch: string;
  projects: ReadonlySet<string>;
}): boolean {
  const { title, told, branch, projects } = options;
  const written = [title, told.prose];
  return (
    !told.isWhole ||
    NUMBERED_BRANCH.test(branch) ||
    written.some(text => MENTION.test(text)) ||
    // Whoever names projects has named all of them.
    (projects.size === 0 && [...written, branch].some(hasKeyLike))
  );
}
