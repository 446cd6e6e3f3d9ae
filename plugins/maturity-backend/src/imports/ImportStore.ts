import { NotFoundError } from '@backstage/errors';
import type {
  EpochMs,
  ImportFormat,
  ImportRefusal,
  ImportState,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  fromFlag,
  insertRows,
  toFlag,
  toNumber,
  toOptionalNumber,
} from '../database';

/** Refused lines of one import that are kept; the rest are only counted. */
export const MAX_REFUSALS = 10_000;

/** An import with what is needed to go on with it. */
export interface StoredImport extends ImportStatus {
  /** Columns of a table, once its header was read. */
  columns?: string[];
  /** Whether the next piece begins inside of a line that is too long. */
  skipping: boolean;
}

/** An import that begins. */
export type NewImport = Pick<
  ImportStatus,
  | 'id'
  | 'name'
  | 'source'
  | 'format'
  | 'totalBytes'
  | 'sha256'
  | 'createdBy'
  | 'createdAt'
>;

/** How far some lines lead. */
export interface ImportStep {
  /** Bytes and lines that they are. */
  bytes: number;
  lines: number;
  stored: number;
  duplicates: number;
  unmapped: number;
  refusals: readonly ImportRefusal[];
  columns?: readonly string[];
  skipping: boolean;
  at: EpochMs;
}

interface ImportRow {
  id: string;
  name: string;
  source: string;
  format: ImportFormat;
  state: ImportState;
  taken_bytes: number | string;
  total_bytes: number | string | null;
  sha256: string | null;
  header: string | null;
  skipping: number;
  lines: number | string;
  stored: number | string;
  duplicates: number | string;
  refused: number | string;
  unmapped: number | string;
  created_by: string;
  created_at: number | string;
  updated_at: number | string;
  finished_at: number | string | null;
}

/** How far files of history have come. */
export class ImportStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ImportStore {
    return new ImportStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(added: NewImport): Promise<void> {
    await this.#knex('history_import').insert({
      id: added.id,
      name: added.name,
      source: added.source,
      format: added.format,
      state: 'open',
      taken_bytes: 0,
      total_bytes: added.totalBytes ?? null,
      sha256: added.sha256 ?? null,
      header: null,
      skipping: 0,
      lines: 0,
      stored: 0,
      duplicates: 0,
      refused: 0,
      unmapped: 0,
      created_by: added.createdBy,
      created_at: added.createdAt,
      updated_at: added.createdAt,
      finished_at: null,
    });
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<StoredImport> {
    const row = await this.#knex<ImportRow>('history_import')
      .where({ id })
      .first();
    if (!row) {
      throw new NotFoundError(`There is no import ${id}`);
    }
    return toImport(row);
  }

  /** The open import of a file, by its name and hash. */
  async findOpen(
    file: Pick<ImportStatus, 'name' | 'source' | 'format' | 'sha256'>,
  ): Promise<StoredImport | undefined> {
    const { name, source, format, sha256 } = file;
    const row = await this.#knex<ImportRow>('history_import')
      .where({ name, source, format, sha256, state: 'open' })
      .orderBy([{ column: 'created_at' }, { column: 'id' }])
      .first();
    return row && toImport(row);
  }

  /** @returns the newest first */
  async list(query: {
    source?: string;
    state?: ImportState;
    limit: number;
  }): Promise<StoredImport[]> {
    const { source, state, limit } = query;
    const rows = await this.#knex<ImportRow>('history_import')
      .where({ ...(source && { source }), ...(state && { state }) })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(toImport);
  }

  /** @returns in the order of the file */
  async listRefusals(query: {
    id: string;
    after: number;
    limit: number;
  }): Promise<ImportRefusal[]> {
    const rows = await this.#knex('import_refusal')
      .where({ import_id: query.id })
      .where('line', '>', query.after)
      .orderBy('line')
      .limit(query.limit)
      .select('line', 'code', 'event_id', 'message');
    return rows.map(row => ({
      line: toNumber(row.line),
      ...(row.event_id !== null && { id: row.event_id }),
      code: row.code,
      message: row.message,
    }));
  }

  /**
   * Moves an import on, unless somebody else did since it was read.
   *
   * @returns whether it moved
   */
  async advance(known: StoredImport, step: ImportStep): Promise<boolean> {
    const { refusals } = step;
    return this.#knex.transaction(async tx => {
      const moved = await tx('history_import')
        .where({
          id: known.id,
          state: 'open',
          taken_bytes: known.offset,
          skipping: toFlag(known.skipping),
        })
        .update({
          taken_bytes: known.offset + step.bytes,
          lines: known.lines + step.lines,
          stored: known.stored + step.stored,
          duplicates: known.duplicates + step.duplicates,
          refused: known.refused + refusals.length,
          unmapped: known.unmapped + step.unmapped,
          header: step.columns ? JSON.stringify(step.columns) : null,
          skipping: toFlag(step.skipping),
          updated_at: step.at,
        });
      if (moved === 0) {
        return false;
      }
      const room = Math.max(0, MAX_REFUSALS - known.refused);
      await insertRows(tx, {
        table: 'import_refusal',
        rows: refusals.slice(0, room).map(({ line, code, id, message }) => ({
          import_id: known.id,
          line,
          code,
          event_id: id === undefined ? null : storable(id),
          message: storable(message),
        })),
      });
      return true;
    });
  }

  /**
   * Ends an import that is open and has come as far as was read.
   *
   * @returns whether it ended now
   */
  async finish(
    known: StoredImport,
    end: { state: 'complete' | 'aborted'; at: EpochMs },
  ): Promise<boolean> {
    const ended = await this.#knex('history_import')
      .where({ id: known.id, state: 'open', taken_bytes: known.offset })
      .update({ state: end.state, updated_at: end.at, finished_at: end.at });
    return ended > 0;
  }
}

/** What a line says is repeated, so it may be anything. */
function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

function toImport(row: ImportRow): StoredImport {
  const totalBytes = toOptionalNumber(row.total_bytes);
  const finishedAt = toOptionalNumber(row.finished_at);
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    format: row.format,
    state: row.state,
    offset: toNumber(row.taken_bytes),
    ...(totalBytes !== undefined && { totalBytes }),
    ...(row.sha256 !== null && { sha256: row.sha256 }),
    lines: toNumber(row.lines),
    stored: toNumber(row.stored),
    duplicates: toNumber(row.duplicates),
    refused: toNumber(row.refused),
    unmapped: toNumber(row.unmapped),
    createdBy: row.created_by,
    createdAt: toNumber(row.created_at),
    updatedAt: toNumber(row.updated_at),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(row.header !== null && { columns: JSON.parse(row.header) }),
    skipping: fromFlag(row.skipping),
  };
}
