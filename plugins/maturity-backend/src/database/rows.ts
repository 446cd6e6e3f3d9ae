/**
 * How values cross the border of the database. PostgreSQL hands out `bigint`
 * as text and SQLite as a number; neither has the other's booleans.
 */

/** A number from an integer column of either database. */
export function toNumber(value: number | string): number {
  return typeof value === 'number' ? value : Number(value);
}

/** Like {@link toNumber}, with absence kept. */
export function toOptionalNumber(
  value: number | string | null | undefined,
): number | undefined {
  return value === null || value === undefined ? undefined : toNumber(value);
}

/** 0 or 1 for a flag column. */
export function toFlag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

/** A boolean from a flag column. */
export function fromFlag(value: number | string | null): boolean {
  return Number(value) === 1;
}
