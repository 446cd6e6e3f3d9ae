/** Whatever has the shape of a key, such as `PAY-123` and `SHA-256`. */
const KEY_LIKE =
  /(?<![A-Za-z0-9])[A-Z][A-Z0-9_]{0,30}-[1-9]\d{0,9}(?![A-Za-z0-9])/;

/**
 * The keys of an issue tracker in a text, such as `PAY-123`.
 *
 * @remarks
 *
 * Nobody asks the tracker whether it has them. So only keys of projects that an
 * organisation names count: `SHA-256` has the shape of a key, too.
 *
 * @param projects - in upper case, of letters, digits and underscores
 *
 * @public
 */
export function trackerKeys(
  text: string,
  projects: ReadonlySet<string>,
): string[] {
  if (projects.size === 0) {
    return [];
  }
  const key = new RegExp(
    `(?<![A-Za-z0-9])(?:${[...projects].join(
      '|',
    )})-[1-9]\\d{0,9}(?![A-Za-z0-9])`,
    'g',
  );
  return text.match(key) ?? [];
}

/**
 * Whether a text has what may be a key of a project that nobody named.
 *
 * @public
 */
export function hasKeyLike(text: string): boolean {
  return KEY_LIKE.test(text);
}
