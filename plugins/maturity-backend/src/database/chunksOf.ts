/**
 * Most rows that go into one statement. SQLite takes no more than 500 terms
 * in the compound select that a multi-row insert becomes.
 */
const MAX_ROWS = 500;

/** Most values that may be bound in one statement, on both databases. */
const MAX_BINDINGS = 32_766;

/**
 * Cuts rows so that each piece fits into one statement.
 *
 * @param items - rows, or values of an `in (...)` list
 * @param columns - bound values for each of them, 1 unless told
 */
export function chunksOf<T>(items: readonly T[], columns: number = 1): T[][] {
  const size = Math.max(
    1,
    Math.min(MAX_ROWS, Math.floor(MAX_BINDINGS / columns)),
  );
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
