import type {
  EpochMs,
  Fact,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import { fromFlag, toFlag, toNumber } from '../database';
import { FACT_COLUMNS, type FactColumn } from './domain/factColumns';

/** A row of the table of any kind of fact, as either driver gives it. */
export type FactRow = {
  id: number;
  source_id: number;
  key: string;
  first_seq: number | string;
  last_seq: number | string;
  generated: number;
  state: 'live' | 'excluded';
  corrected: number;
  at: number | string;
  is_open: number;
} & Record<string, unknown>;

type Columns = Record<string, string | number | null>;

/** Values of all columns that hold fields; what is not known is null. */
export function toColumns(
  kind: FactKind,
  fields: Readonly<Record<string, unknown>>,
): Columns {
  const columns: Columns = {};
  for (const { field, column, type } of FACT_COLUMNS[kind]) {
    const value = fields[field];
    if (value === undefined) {
      columns[column] = null;
    } else if (type === 'flag') {
      columns[column] = toFlag(value === true);
    } else if (type === 'number') {
      // Only one of the databases keeps the sign of zero.
      columns[column] = value === 0 ? 0 : (value as number);
    } else {
      columns[column] = value as string | number;
    }
  }
  return columns;
}

function fromColumn(type: FactColumn['type'], value: unknown): unknown {
  switch (type) {
    case 'text':
      return value;
    case 'flag':
      return fromFlag(value as number);
    default:
      return toNumber(value as number | string);
  }
}

/** The fields of a row, without those that are not known. */
export function toFields(
  kind: FactKind,
  row: FactRow,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { field, column, type } of FACT_COLUMNS[kind]) {
    const value = row[column];
    if (value !== null && value !== undefined) {
      fields[field] = fromColumn(type, value);
    }
  }
  return fields;
}

/** A row as metrics see it. */
export function toFact(kind: FactKind, source: string, row: FactRow): Fact {
  return {
    kind,
    source,
    key: row.key,
    firstSeq: toNumber(row.first_seq),
    lastSeq: toNumber(row.last_seq),
    generated: fromFlag(row.generated),
    ...(fromFlag(row.corrected) && { corrected: true }),
    fields: toFields(kind, row),
  } as Fact;
}

/** When a row counts. */
export function rowAt(row: FactRow): EpochMs {
  return toNumber(row.at);
}
