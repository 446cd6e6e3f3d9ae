import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const PART = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

/** Longest ref, in UTF-16 code units. */
const MAX_LENGTH = 512;

/**
 * The one way in which a person is written down: `user:default/lin` for
 * `lin`, `User:Lin` and `user:default/LIN`. Two refs are of the same person
 * when these are equal.
 *
 * @param ref - kind `user` and namespace `default` may be left out
 * @throws InputError when it is no ref, or not of a user
 *
 * @public
 */
export function canonicalUserRef(ref: string): string {
  const text = ref.trim();
  let parts;
  try {
    parts = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
  } catch {
    throw notAUser(text);
  }
  const isUser =
    parts.kind.toLocaleLowerCase('en-US') === 'user' &&
    PART.test(parts.namespace) &&
    PART.test(parts.name) &&
    text.length <= MAX_LENGTH;
  if (!isUser) {
    throw notAUser(text);
  }
  return stringifyEntityRef(parts);
}

function notAUser(text: string): InputError {
  return new InputError(
    `'${text.slice(
      0,
      MAX_LENGTH,
    )}' is no user: write an entity ref such as user:default/lin`,
  );
}
