/** A row of a table, or why it is none. */
export type CsvRow = {
  /** Of its first character, from 1. */
  line: number;
} & ({ cells: string[] } | { problem: string });

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads comma-separated values by RFC 4180: cells may stand in quotes, with
 * commas, line ends and doubled quotes in them.
 *
 * @remarks
 *
 * Empty lines are no rows. A cell is text and nothing else, whatever it begins
 * with. A row that is not well formed ends at the next line end, so that it does
 * not take its neighbours along; only a quote without an end takes the rest.
 */
export function* parseCsv(text: string): Generator<CsvRow> {
  const table = text.replace(BYTE_ORDER_MARK, '');
  let at = 0;
  let line = 1;
  while (at < table.length) {
    const row = readRow(table, at);
    const { cells } = row;
    const isEmpty = cells.length === 1 && cells[0] === '' && !row.problem;
    if (row.problem) {
      yield { line, problem: row.problem };
    } else if (!isEmpty || table[at] === '"') {
      yield { line, cells };
    }
    line += countLineEnds(table, at, row.end);
    at = row.end;
  }
}

function readRow(
  table: string,
  from: number,
): { cells: string[]; end: number; problem?: string } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell =
      table[at] === '"' ? readQuoted(table, at) : readPlain(table, at);
    if ('problem' in cell) {
      return { cells, ...cell };
    }
    cells.push(cell.text);
    at = cell.end;
    if (table[at] !== ',') {
      return { cells, end: afterLineEnd(table, at) };
    }
    at += 1;
  }
}

function readPlain(table: string, from: number): { text: string; end: number } {
  const end = indexOfAny(table, /[,\r\n]/g, from);
  return { text: table.slice(from, end), end };
}

function readQuoted(
  table: string,
  from: number,
): { text: string; end: number } | { problem: string; end: number } {
  let at = table.indexOf('"', from + 1);
  while (at >= 0 && table[at + 1] === '"') {
    at = table.indexOf('"', at + 2);
  }
  if (at < 0) {
    return {
      problem:
        'A quote is opened and never closed: write a quote inside of a cell twice',
      end: table.length,
    };
  }
  const next = table[at + 1];
  if (next !== undefined && next !== ',' && next !== '\r' && next !== '\n') {
    return {
      problem:
        'There is text behind a closed quote: write a quote inside of a cell twice',
      end: afterLineEnd(table, indexOfAny(table, /[\r\n]/g, at)),
    };
  }
  return { text: table.slice(from + 1, at).replace(/""/g, '"'), end: at + 1 };
}

function indexOfAny(table: string, characters: RegExp, from: number): number {
  characters.lastIndex = from;
  return characters.exec(table)?.index ?? table.length;
}

function afterLineEnd(table: string, at: number): number {
  return table.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, table.length);
}

function countLineEnds(table: string, from: number, to: number): number {
  let count = 0;
  let at = from;
  while (at < to) {
    at = afterLineEnd(table, indexOfAny(table, /[\r\n]/g, at));
    // The last line may end with the table.
    count += at <= to && /[\r\n]/.test(table[at - 1] ?? '') ? 1 : 0;
  }
  return count;
}
