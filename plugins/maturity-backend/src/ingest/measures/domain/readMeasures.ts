import {
  accept,
  isJsonRecord,
  refuse,
  type Result,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { instant } from '../../cdevents/domain/memberSchemas';
import { decimalCell, flagCell } from '../../domain/cellSchemas';
import { parseCsv } from '../../domain/parseCsv';
import { readNames } from '../../domain/readNames';
import { readTableHeader, readTableRow } from '../../domain/readTableHeader';
import type { MeasureReading } from './MeasureReading';

/** A reading as it was sent, and the id that its sender gives it. */
export interface SentReading {
  id?: string;
  reading: MeasureReading;
}

const text = z.string('must be text').trim().min(1, 'must not be empty');

const sentMembers = z.strictObject({
  id: text.optional(),
  name: text,
  part: z.number('must be a number').optional(),
  total: z.number('must be a number').optional(),
  value: z.number('must be a number').optional(),
  measuredAt: instant.optional(),
  entityref: text.optional(),
  repository: text.optional(),
  service: text.optional(),
  branch: text.optional(),
  trunk: z.boolean('must be true or false').optional(),
  commit: text.optional(),
  url: text.optional(),
});

const sentCells = sentMembers.extend({
  part: decimalCell.optional(),
  total: decimalCell.optional(),
  value: decimalCell.optional(),
  trunk: flagCell.optional(),
});

/** The members of a reading in JSON, and the columns of a table of readings. */
export const MEASURE_COLUMNS = Object.keys(sentMembers.shape);

/** Reads one reading, or an array of them, of a JSON body. */
export function readJsonMeasures(body: unknown): Result<Result<SentReading>[]> {
  if (Array.isArray(body)) {
    return accept(body.map(item => readMeasure(item, sentMembers)));
  }
  return isJsonRecord(body)
    ? accept([readMeasure(body, sentMembers)])
    : refuse(400, 'The body must be a reading, a JSON object, or an array');
}

/** Reads a table of readings; its first row names the columns. */
export function readCsvMeasures(table: string): Result<Result<SentReading>[]> {
  let names: string[] | undefined;
  const readings: Result<SentReading>[] = [];
  for (const row of parseCsv(table)) {
    if (!names) {
      const header =
        'problem' in row
          ? refuse(400, row.problem)
          : readTableHeader(row.cells, MEASURE_COLUMNS);
      if (!header.ok) {
        return header;
      }
      names = header.value;
    } else {
      readings.push(atLine(row.line, readRow(row, names)));
    }
  }
  return names
    ? accept(readings)
    : refuse(400, 'The table is empty: its first row names the columns');
}

function readRow(
  row: { cells: string[] } | { problem: string },
  names: readonly string[],
): Result<SentReading> {
  if ('problem' in row) {
    return refuse(400, row.problem);
  }
  const cells = readTableRow(row.cells, names);
  return cells.ok ? readMeasure(cells.value, sentCells) : cells;
}

function atLine<T>(line: number, result: Result<T>): Result<T> {
  return result.ok
    ? result
    : refuse(result.refusal.code, `Line ${line}: ${result.refusal.message}`);
}

/** `null` and `""` count as not said. */
function readMeasure(
  sent: unknown,
  schema: typeof sentMembers | typeof sentCells,
): Result<SentReading> {
  if (!isJsonRecord(sent)) {
    return refuse(400, 'A reading must be a JSON object');
  }
  const said = Object.entries(sent).filter(
    ([, value]) => value !== null && value !== '',
  );
  const parsed = schema.safeParse(Object.fromEntries(said));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(
      400,
      issue.code === 'unrecognized_keys'
        ? `"${issue.keys[0].slice(
            0,
            64,
          )}" is nothing that a reading says: it says ${MEASURE_COLUMNS.join(
            ', ',
          )}`
        : `${issue.path.join('.')} cannot be read: ${issue.message}`,
    );
  }
  const { id, entityref, repository, service, ...rest } = parsed.data;
  const names = readNames({ entityref, repository, service });
  return names.ok
    ? accept({ id, reading: { ...rest, ...names.value } })
    : names;
}
