import {
  accept,
  refuse,
  type DeliveryLimits,
  type MappingContext,
  type Result,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import type { ImportFormat } from '@devops-scorecards/plugin-maturity-common';
import { parseCsv } from '../../ingest/domain/parseCsv';
import {
  readTableHeader,
  readTableRow,
} from '../../ingest/domain/readTableHeader';
import { HISTORY_COLUMNS } from './historyColumns';
import { readHistoryEvent } from './readHistoryEvent';
import { readHistoryRow } from './readHistoryRow';
import type { TakenLine } from './takeLines';

/** What a line is. */
export interface HistoryLine {
  /** Position in the file, from 1. */
  line: number;
  id?: string;
  event: Result<SourceEvent>;
}

/** What lines of a file are read by. */
export interface HistoryReading {
  format: ImportFormat;
  /** The columns of a table, once its header was read. */
  columns?: readonly string[];
  context: MappingContext;
  limits: DeliveryLimits;
  /** Most bytes of a line, for the message. */
  maxLine: number;
}

/**
 * Reads lines of a file of history. Empty ones and the header of a table are no
 * events.
 *
 * @param options - `after`: how many lines of the file came before
 * @returns `columns`: those of the table, as soon as they are known; a refusal
 *   where its header cannot be read, for then no row can
 */
export function readHistoryLines(
  lines: readonly TakenLine[],
  options: HistoryReading & { after: number },
): Result<{ events: HistoryLine[]; columns?: readonly string[] }> {
  const events: HistoryLine[] = [];
  let { columns } = options;
  for (const [index, { bytes }] of lines.entries()) {
    const line = options.after + index + 1;
    const text = bytes && decode(bytes, line);
    if (text === undefined) {
      const refusal = bytes
        ? refuse(400, 'The line is not UTF-8: send UTF-8')
        : refuse(
            413,
            `The line is longer than ${options.maxLine} bytes: no event is that large`,
          );
      events.push({ line, event: refusal });
    } else if (text.trim() === '') {
      continue;
    } else if (options.format === 'ndjson') {
      const encoded = new TextEncoder().encode(text);
      events.push({ line, ...readHistoryEvent(encoded, options) });
    } else if (columns) {
      events.push({ line, ...readRow(text, columns, options.context) });
    } else {
      const header = readHeader(text);
      if (!header.ok) {
        return header;
      }
      columns = header.value;
    }
  }
  return accept({ events, columns });
}

/** Without the byte order mark that a file may begin with. */
function decode(bytes: Uint8Array, line: number): string | undefined {
  try {
    const text = new TextDecoder('utf-8', {
      fatal: true,
      ignoreBOM: line > 1,
    }).decode(bytes);
    return text.replace(/\r$/, '');
  } catch {
    return undefined;
  }
}

function readHeader(text: string): Result<string[]> {
  const [row] = parseCsv(text);
  if (!row || 'problem' in row) {
    return refuse(400, row?.problem ?? 'The header is empty');
  }
  const columns = readTableHeader(row.cells, HISTORY_COLUMNS);
  return columns.ok && !columns.value.includes('kind')
    ? refuse(400, 'The header has no column "kind", which says what a row is')
    : columns;
}

function readRow(
  text: string,
  columns: readonly string[],
  context: MappingContext,
): { id?: string; event: Result<SourceEvent> } {
  const [row] = parseCsv(text);
  if ('problem' in row) {
    return {
      event: refuse(
        400,
        `${row.problem}; a row is one line, so write line breaks inside of cells as spaces`,
      ),
    };
  }
  const cells = readTableRow(row.cells, columns);
  return cells.ok ? readHistoryRow(cells.value, context) : { event: cells };
}
