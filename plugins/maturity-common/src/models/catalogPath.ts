const EMPTY: readonly unknown[] = [];

// Splitting a path costs more than the look-up; the paths of all models
// together are few and never change.
const segmentsByPath = new Map<string, readonly string[] | undefined>();

/**
 * Splits a path into an entity, for example `spec.owner` or
 * `metadata.annotations["example.org/runbook"]`.
 *
 * @returns `undefined` when it is not such a path
 */
export function parseCatalogPath(path: string): readonly string[] | undefined {
  if (!segmentsByPath.has(path)) {
    segmentsByPath.set(path, splitPath(path));
  }
  return segmentsByPath.get(path);
}

/**
 * The values that a path holds: none when it is absent or empty, the elements
 * of a list, else the value itself. Blank text and empty objects are empty.
 */
export function catalogValues(
  entity: Readonly<Record<string, unknown>>,
  path: string,
): readonly unknown[] {
  const segments = parseCatalogPath(path);
  if (!segments) {
    return EMPTY;
  }
  let value: unknown = entity;
  for (const segment of segments) {
    if (
      typeof value !== 'object' ||
      value === null ||
      !Object.prototype.hasOwnProperty.call(value, segment)
    ) {
      return EMPTY;
    }
    value = (value as Record<string, unknown>)[segment];
  }
  if (Array.isArray(value)) {
    return value.filter(isFilled);
  }
  return isFilled(value) ? [value] : EMPTY;
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) {
    return false;
  }
  if (typeof value === 'string') {
    return value.trim() !== '';
  }
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function splitPath(path: string): readonly string[] | undefined {
  const segments: string[] = [];
  const step = /(?:^|\.)([A-Za-z_][A-Za-z0-9_-]*)|\["([^"\]]+)"\]/y;
  while (step.lastIndex < path.length) {
    const match = step.exec(path);
    if (!match) {
      return undefined;
    }
    segments.push(match[1] ?? match[2]);
  }
  return segments.length > 0 && path[0] !== '.' ? segments : undefined;
}
