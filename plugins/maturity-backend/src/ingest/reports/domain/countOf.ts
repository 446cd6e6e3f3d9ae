import { InputError } from '@backstage/errors';
import type { XmlAttributes } from './XmlReader';

/**
 * A number of things in an attribute.
 *
 * @returns `undefined` where the element does not have it
 * @throws InputError where it is no whole number from 0
 */
export function countOf(
  attributes: XmlAttributes,
  name: string,
): number | undefined {
  const text = attributes[name]?.trim();
  if (!text) {
    return undefined;
  }
  if (!/^\d{1,15}$/.test(text)) {
    throw new InputError(
      `${name} is "${text.slice(0, 32)}", which is no whole number from 0`,
    );
  }
  return Number(text);
}
