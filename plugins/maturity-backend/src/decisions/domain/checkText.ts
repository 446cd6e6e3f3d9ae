import { InputError } from '@backstage/errors';

/** NUL cannot be kept by PostgreSQL, half a surrogate pair by neither. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** What a text is and how long it may be, in UTF-16 code units. */
export interface TextRule {
  /** As in "the reason". */
  what: string;
  maxLength: number;
}

/** Longest reason of a decision or of a step. */
const REASON: TextRule = { what: 'The reason', maxLength: 2_000 };

/**
 * Checks a text that a person wrote.
 *
 * @returns it without white space around it
 * @throws InputError when it is empty, too long or cannot be stored
 */
export function checkText(text: string | undefined, rule: TextRule): string {
  const { what, maxLength } = rule;
  const trimmed = text?.trim();
  if (!trimmed) {
    throw new InputError(`${what} is missing: write at least one word`);
  }
  if (trimmed.length > maxLength) {
    throw new InputError(
      `${what} has ${trimmed.length} characters: cut it to ${maxLength}`,
    );
  }
  if (UNSTORABLE.test(trimmed)) {
    throw new InputError(
      `${what} has a NUL character or half a surrogate pair: remove it`,
    );
  }
  return trimmed;
}

/**
 * Checks why somebody decides something.
 *
 * @throws InputError when it is empty, too long or cannot be stored
 */
export function checkReason(reason: string | undefined): string {
  return checkText(reason, REASON);
}
