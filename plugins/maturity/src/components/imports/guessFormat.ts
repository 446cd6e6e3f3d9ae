import type { ImportFormat } from '@devops-scorecards/plugin-maturity-common';

const FORMATS = new Map<string, ImportFormat>([
  ['csv', 'csv'],
  ['jsonl', 'ndjson'],
  ['ndjson', 'ndjson'],
]);

/**
 * The format of a file by the end of its name.
 *
 * @returns undefined where the name does not tell
 */
export function guessFormat(name: string): ImportFormat | undefined {
  const [, ending] = /\.([a-z]+)$/i.exec(name) ?? [];
  return ending === undefined ? undefined : FORMATS.get(ending.toLowerCase());
}
