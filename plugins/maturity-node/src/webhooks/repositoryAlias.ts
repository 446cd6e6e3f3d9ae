import type { Alias } from '@devops-scorecards/plugin-maturity-common';

/**
 * The name of a repository by its address: `<host>/<path>` in lower case,
 * without credentials, `.git` and slashes at the end. Addresses of pages and
 * of git over HTTP or SSH (`ssh://`, `git@host:path`) are understood.
 *
 * @returns `undefined` for what is no such address
 * @public
 */
export function repositoryAlias(
  address: string | undefined,
): Alias | undefined {
  const [, host, path] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/?#]+)\/([^?#]+)/i.exec(
      address ?? '',
    ) ??
    /^[^/@:]+@([^/:]+):(?!\/\/)([^?#]+)/.exec(address ?? '') ??
    [];
  const trimmed = path?.replace(/^\/+|\/+$/g, '').replace(/\.git$/i, '');
  return trimmed
    ? { scheme: 'repository', value: `${host}/${trimmed}`.toLowerCase() }
    : undefined;
}
