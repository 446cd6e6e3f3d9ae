/** Keys and indexes from the root of a pack to a value in it. @public */
export type ModelPath = readonly (string | number)[];

/** Something wrong in a model pack. @public */
export interface ModelProblem {
  path: ModelPath;
  /** What is wrong, continuing the path: "is not a duration". */
  message: string;
  /** What to do about it, as an instruction. */
  fix: string;
}

/**
 * Writes a path as people read it, for example `children[0].criteria[2].id`;
 * `(top)` for the pack itself.
 *
 * @public
 */
export function formatModelPath(path: ModelPath): string {
  const text = path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('');
  return text.replace(/^\./, '') || '(top)';
}
