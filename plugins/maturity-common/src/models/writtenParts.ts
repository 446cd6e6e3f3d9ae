import { criterionSchema } from './modelSchema';
import type { WrittenCriterion } from './modelSchema';
import type { ModelPath } from './ModelProblem';

/** A criterion that is well formed, and where it stands. */
export interface PlacedCriterion {
  criterion: WrittenCriterion;
  path: ModelPath;
}

/** A sub-item as far as it can be read, and where it stands. */
export interface PlacedSubItem {
  path: ModelPath;
  criteria: PlacedCriterion[];
  /** False when a criterion is malformed, so that more may be meant. */
  complete: boolean;
}

/** What can be read of a pack, however malformed the rest of it is. */
export interface WrittenParts {
  ids: { id: string; path: ModelPath }[];
  levels: number[];
  subItems: PlacedSubItem[];
}

/**
 * Finds the parts of a pack that rules can be checked on, so that a mistake
 * of form does not hide the mistakes of meaning in other places.
 */
export function writtenParts(document: unknown): WrittenParts {
  const parts: WrittenParts = { ids: [], levels: [], subItems: [] };
  addId(document, [], parts);
  for (const entry of listAt(document, 'levels')) {
    const level = valueAt(entry, 'level');
    if (typeof level === 'number') {
      parts.levels.push(level);
    }
  }
  addNodes(document, [], parts);
  return parts;
}

function addNodes(parent: unknown, at: ModelPath, parts: WrittenParts): void {
  listAt(parent, 'children').forEach((node, index) => {
    const path = [...at, 'children', index];
    addId(node, path, parts);
    addNodes(node, path, parts);
    if (Array.isArray(valueAt(node, 'criteria'))) {
      addSubItem(node, path, parts);
    }
  });
}

function addSubItem(node: unknown, path: ModelPath, parts: WrittenParts): void {
  const subItem: PlacedSubItem = { path, criteria: [], complete: true };
  listAt(node, 'criteria').forEach((written, index) => {
    const criterionPath = [...path, 'criteria', index];
    addId(written, criterionPath, parts);
    const criterion = readCriterion(written);
    if (criterion) {
      subItem.criteria.push({ criterion, path: criterionPath });
    } else {
      subItem.complete = false;
    }
  });
  parts.subItems.push(subItem);
}

/** Reads a criterion as if its unknown keys were not there. */
function readCriterion(written: unknown): WrittenCriterion | undefined {
  const { data, error } = criterionSchema.safeParse(written);
  const unknown = error?.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys
      : [],
  );
  if (!unknown?.length) {
    return data;
  }
  const known = Object.entries(written as object).filter(
    ([key]) => !unknown.includes(key),
  );
  return criterionSchema.safeParse(Object.fromEntries(known)).data;
}

function addId(value: unknown, path: ModelPath, parts: WrittenParts): void {
  const id = valueAt(value, 'id');
  if (typeof id === 'string') {
    parts.ids.push({ id: id.trim(), path: [...path, 'id'] });
  }
}

function listAt(value: unknown, key: string): unknown[] {
  const list = valueAt(value, key);
  return Array.isArray(list) ? list : [];
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
