import {
  hasKeyLike,
  proseOf,
  trackerKeys,
  type Prose,
} from '@devops-scorecards/plugin-maturity-node';
import { closingReferences } from './closingReferences';
import type { PullRequestPayload } from './payloads';

/** More than a request of people names; what is above is not counted. */
const MOST_NAMED = 50;

/** A mention, which may be of an issue, of another request or of nothing. */
const MENTION = /(?<!&)#[1-9]\d{0,9}(?!\w)|\bGH-\d|\/issues\/\d/i;

/** A branch that GitHub makes for an issue begins with its number. */
const NUMBERED_BRANCH = /(?:^|\/)[1-9]\d{0,9}-/;

/** Where a request names what it was made for. */
export interface RequestTexts {
  title: string | undefined;
  /** Null where it is empty, undefined where it is not told. */
  body: string | null | undefined;
  branch: string | undefined;
}

/**
 * How many work items a pull request names.
 *
 * @remarks
 *
 * - Issues count by a closing keyword in title or body. GitHub links these.
 * - Keys of a tracker count in title, body and branch, if they are of one of
 *   its `projects`.
 * - A request does not name itself.
 *
 * @returns 0 where it names none; `undefined` where it cannot be told: it
 * mentions what may be one, or was not shown as a whole
 */
export function workItemsNamed(
  { title = '', body, branch = '' }: RequestTexts,
  options: {
    repository: PullRequestPayload['repository'];
    number: number;
    projects: ReadonlySet<string>;
  },
): number | undefined {
  const { repository, number, projects } = options;
  const told = proseOf(body ?? '');
  const written = [title, told.prose];
  const names = new Set([
    ...written.flatMap(text =>
      closingReferences(text, {
        repository: repository.full_name,
        host: new URL(repository.html_url).host,
      }),
    ),
    ...written.flatMap(text => trackerKeys(text, projects)),
    // Branches are written in lower case by many.
    ...trackerKeys(branch.toUpperCase(), projects),
  ]);
  names.delete(`${repository.full_name}#${number}`.toLowerCase());
  if (names.size > 0) {
    return Math.min(names.size, MOST_NAMED);
  }
  return body === undefined || mayName({ title, told, branch, projects })
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
