import { InputError } from '@backstage/errors';

/** Most facts that one request can name. */
const MAX_KEYS = 500;

/**
 * The keys that a query names, as a JSON array: a key may hold any character,
 * so that none can separate them.
 *
 * @returns `undefined` where it names none
 * @throws InputError where it is no array of texts
 */
export function parseKeys(text: string | undefined): string[] | undefined {
  if (text === undefined) {
    return undefined;
  }
  const keys = parse(text);
  if (!Array.isArray(keys) || keys.length > MAX_KEYS || !keys.every(isKey)) {
    throw new InputError(
      `keys must be a JSON array of at most ${MAX_KEYS} texts, such as ["run-1","run-2"]`,
    );
  }
  return keys;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Neither database can look for a NUL character. */
function isKey(key: unknown): key is string {
  return typeof key === 'string' && !key.includes('\0');
}
