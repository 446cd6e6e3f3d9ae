import { InputError } from '@backstage/errors';

/**
 * Repositories of the configuration as the catalog names them: `<host>/<path>`
 * in lower case.
 *
 * @param options - `key`: of the list, for messages; `hosts`: those that a
 *   name may begin with; `host`: where a name without one lies
 * @throws InputError for what is no name of a repository
 * @public
 */
export function repositoryNames(
  names: readonly string[],
  options: { key: string; hosts: readonly string[]; host: string },
): string[] {
  const { key, hosts, host } = options;
  return names.map(written => {
    const name = written.toLowerCase();
    const isFull = hosts.some(known => name.startsWith(`${known}/`));
    const full = isFull ? name : `${host}/${name}`;
    const parts = full.split('/');
    if (
      parts.length < 3 ||
      parts.some(part => !/^[^\s:?#@]+$/.test(part.replace(/:\d+$/, '')))
    ) {
      throw new InputError(
        `${key} holds '${written}': write <owner>/<name>, or <host>/<owner>/<name> with a host of the integrations`,
      );
    }
    return full;
  });
}
