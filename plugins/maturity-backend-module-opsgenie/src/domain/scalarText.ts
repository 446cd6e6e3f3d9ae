/**
 * A text or a number as text. Anything else is empty: an object of JSON may have
 * a member `toString` that is no function, and then has no text at all.
 */
export function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
