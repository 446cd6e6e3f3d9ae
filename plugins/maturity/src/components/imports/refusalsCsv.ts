import type { ImportRefusal } from '@devops-scorecards/plugin-maturity-common';

/**
 * What makes a spreadsheet take a cell for a formula, or look behind the sign
 * for one; the wide forms are read so in Chinese and Japanese ones.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const HEADER = ['line', 'id', 'code', 'message'];

/**
 * Refused lines as CSV (RFC 4180) that a spreadsheet opens without computing
 * anything: what would be a formula has an apostrophe before it.
 */
export function refusalsCsv(refusals: readonly ImportRefusal[]): string {
  const rows = refusals.map(({ line, id = '', code, message }) => [
    String(line),
    id,
    String(code),
    message,
  ]);
  return [HEADER, ...rows]
    .map(row => `${row.map(toCell).join(',')}\r\n`)
    .join('');
}

function toCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
