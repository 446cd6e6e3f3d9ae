import type { Knex } from 'knex';
import { chunksOf } from './chunksOf';

/** Rows for one table; every row names the same columns. */
export interface InsertRowsOptions {
  table: string;
  rows: readonly Readonly<Record<string, unknown>>[];
  /** Key columns; a row that is there already is left as it is. */
  ignoreOn?: string[];
}

/** Inserts rows in as few statements as both databases allow. */
export async function insertRows(
  tx: Knex,
  options: InsertRowsOptions,
): Promise<void> {
  const { table, rows, ignoreOn } = options;
  if (rows.length === 0) {
    return;
  }
  for (const chunk of chunksOf(rows, Object.keys(rows[0]).length)) {
    const insert = tx(table).insert(chunk);
    await (ignoreOn ? insert.onConflict(ignoreOn).ignore() : insert);
  }
}
