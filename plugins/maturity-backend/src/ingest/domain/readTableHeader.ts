import {
  accept,
  refuse,
  type Result,
} from '@devops-scorecards/plugin-maturity-node';

/**
 * Reads which column is which; upper and lower case are the same.
 *
 * @param columns - the names that there are
 * @returns the name of each column, in the order of the table
 */
export function readTableHeader(
  cells: readonly string[],
  columns: readonly string[],
): Result<string[]> {
  const names: string[] = [];
  for (const cell of cells) {
    const text = cell.trim();
    const name = columns.find(
      column => column.toLowerCase() === text.toLowerCase(),
    );
    if (!name) {
      return refuse(
        400,
        `The header has a column "${text.slice(
          0,
          64,
        )}": columns are ${columns.join(', ')}, separated by commas`,
      );
    }
    if (names.includes(name)) {
      return refuse(400, `The header has the column "${name}" twice`);
    }
    names.push(name);
  }
  return accept(names);
}

/**
 * The cells of a row by the names of their columns; empty ones say nothing.
 */
export function readTableRow(
  cells: readonly string[],
  names: readonly string[],
): Result<Record<string, string>> {
  if (cells.slice(names.length).some(cell => cell.trim() !== '')) {
    return refuse(
      400,
      `The row has ${cells.length} cells and the header ${names.length}: write a cell with a comma in it in quotes`,
    );
  }
  const row: Record<string, string> = {};
  cells.forEach((cell, index) => {
    const text = cell.trim();
    if (text !== '') {
      row[names[index]] = text;
    }
  });
  return accept(row);
}
