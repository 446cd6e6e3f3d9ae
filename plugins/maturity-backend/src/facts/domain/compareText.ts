/**
 * Orders text by code unit, the one order in which both databases, every
 * locale and every platform agree.
 */
export function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
