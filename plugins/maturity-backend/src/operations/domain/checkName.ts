import { InputError } from '@backstage/errors';
import {
  ALIAS_SCHEMES,
  type Alias,
} from '@devops-scorecards/plugin-maturity-common';
import { MAX_NAME_LENGTH } from '../../facts/domain/checkStorable';

/** NUL cannot be kept by PostgreSQL, half a surrogate pair by neither. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Schemes of names that can be given; a ref is nobody's to give away. */
const SCHEMES = ALIAS_SCHEMES.filter(scheme => scheme !== 'entity');

/**
 * Checks a name that an operator gives an entity.
 *
 * @returns the name as producers write it
 * @throws InputError that says what to change
 */
export function checkName(name: { scheme: string; value: string }): Alias {
  const scheme = SCHEMES.find(known => known === name.scheme);
  if (!scheme) {
    throw new InputError(
      `A name cannot be of the scheme '${
        name.scheme
      }': use one of ${SCHEMES.join(', ')}`,
    );
  }
  const value = name.value.trim();
  if (value.length === 0 || value.length > MAX_NAME_LENGTH) {
    throw new InputError(
      `A name must have 1 to ${MAX_NAME_LENGTH} characters, this one has ${value.length}`,
    );
  }
  if (UNSTORABLE.test(value)) {
    throw new InputError(
      'The name has a NUL character or half a surrogate pair: remove it',
    );
  }
  return {
    scheme,
    value: scheme === 'repository' ? value.toLocaleLowerCase('en-US') : value,
  };
}
