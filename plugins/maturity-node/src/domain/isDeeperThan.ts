/**
 * Whether arrays and objects are nested more than `limit` deep. A scalar has
 * depth 0, `{}` has depth 1.
 *
 * @remarks
 *
 * Goes down level by level without recursion, so that hostile nesting cannot
 * exhaust the stack, and stops at the first level that is too deep.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level = isContainer(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === limit) {
      return true;
    }
    const next: object[] = [];
    for (const container of level) {
      for (const child of Object.values(container)) {
        if (isContainer(child)) {
          next.push(child);
        }
      }
    }
    level = next;
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
