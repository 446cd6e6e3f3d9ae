/**
 * The fields without those that an event does not know: an absent field says
 * nothing, where `undefined` could be taken for a value.
 *
 * @public
 */
export function said<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}
