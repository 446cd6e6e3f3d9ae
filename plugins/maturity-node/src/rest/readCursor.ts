import { z } from 'zod';

/**
 * A cursor that is JSON.
 *
 * @returns `undefined` without a cursor and for one that another release wrote
 *   in another way: then the pull begins anew, and finds what it had as
 *   duplicates
 * @public
 */
export function readCursor<S extends z.ZodType>(
  schema: S,
  cursor: string | undefined,
): z.output<S> | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    return schema.parse(JSON.parse(cursor));
  } catch {
    return undefined;
  }
}
