import { randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import type {
  ImportFormat,
  ImportRefusals,
  ImportState,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import type { Clock } from '../assessment/Clock';
import { ingestMapped } from '../ingest/ingestMapped';
import type { IngestService } from '../ingest/IngestService';
import type {
  ConfiguredSource,
  IngestLimits,
} from '../ingest/readIngestConfig';
import { readHistoryLines } from './domain/readHistoryLines';
import { takeLines, type TakenLine } from './domain/takeLines';
import { elsewhere, requireOpen } from './importConflicts';
import type { ImportStore, StoredImport } from './ImportStore';
import { refusalsOf } from './refusalsOf';

/** Largest line, in bytes; no event is larger. */
const MAX_LINE = 1024 * 1024;

/** Lines of one transaction: what a crash makes be told once more. */
const LINES_AT_ONCE = 500;

/** A piece of a file. */
export interface ImportPiece {
  /** Where it begins in the file. */
  offset: number;
  bytes: Buffer;
  /** Whether the sender says that the file ends with it. */
  last: boolean;
}

/**
 * Brings in files of history, piece by piece.
 *
 * @remarks
 *
 * Lines go through the same mapping and the same store as events that are sent,
 * in batches; after each the import moves on. What a crash leaves between the
 * two is read again and is a duplicate then.
 */
export class ImportService {
  readonly #store: ImportStore;
  readonly #ingest: IngestService;
  readonly #limits: IngestLimits;
  readonly #clock: Clock;

  static create(options: {
    store: ImportStore;
    ingest: IngestService;
    limits: IngestLimits;
    clock: Clock;
  }): ImportService {
    return new ImportService(options);
  }

  private constructor(options: {
    store: ImportStore;
    ingest: IngestService;
    limits: IngestLimits;
    clock: Clock;
  }) {
    this.#store = options.store;
    this.#ingest = options.ingest;
    this.#limits = options.limits;
    this.#clock = options.clock;
  }

  /** Most bytes of a line, its line end included. */
  get maxLine(): number {
    return Math.min(MAX_LINE, this.#limits.maxBytes);
  }

  /** Begins an import, or finds the open one of the same file. */
  async begin(request: {
    name: string;
    source: string;
    format: ImportFormat;
    totalBytes?: number;
    sha256?: string;
    createdBy: string;
  }): Promise<{ status: ImportStatus; isNew: boolean }> {
    const open =
      request.sha256 === undefined
        ? undefined
        : await this.#store.findOpen(request);
    if (open) {
      return { status: toStatus(open), isNew: false };
    }
    const id = randomUUID();
    await this.#store.insert({ ...request, id, createdAt: this.#clock.now() });
    return { status: await this.get(id), isNew: true };
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<ImportStatus> {
    return toStatus(await this.#store.get(id));
  }

  /** @returns the newest first */
  async list(query: {
    source?: string;
    state?: ImportState;
    limit: number;
  }): Promise<ImportStatus[]> {
    return (await this.#store.list(query)).map(toStatus);
  }

  async refusals(query: {
    id: string;
    after: number;
    limit: number;
  }): Promise<ImportRefusals> {
    const { refused } = await this.#store.get(query.id);
    const found = await this.#store.listRefusals({
      ...query,
      limit: query.limit + 1,
    });
    const items = found.slice(0, query.limit);
    return {
      items,
      total: refused,
      ...(found.length > items.length && {
        next: items[items.length - 1].line,
      }),
    };
  }

  /**
   * Takes the whole lines of a piece.
   *
   * @param options - `source`: of the import
   * @throws ConflictError when the import is not open, or stands elsewhere
   * @throws InputError when the piece cannot be of the file
   */
  async takePiece(options: {
    id: string;
    source: ConfiguredSource;
    piece: ImportPiece;
  }): Promise<ImportStatus> {
    const { id, source, piece } = options;
    let stored = await this.#store.get(id);
    requireOpen(stored);
    if (piece.offset !== stored.offset) {
      throw elsewhere(stored);
    }
    const end = piece.offset + piece.bytes.length;
    const { totalBytes } = stored;
    if (totalBytes !== undefined && end > totalBytes) {
      throw new InputError(
        `The piece ends at byte ${end}, behind the ${totalBytes} bytes that the file was said to have`,
      );
    }
    const { lines, taken, skipping } = takeLines(piece.bytes, {
      skipping: stored.skipping,
      last: piece.last || end === totalBytes,
      maxLine: this.maxLine,
    });
    let at = 0;
    for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
      const batch = lines.slice(from, from + LINES_AT_ONCE);
      const isLast = from + batch.length === lines.length;
      const batchEnd = isLast ? taken : batch[batch.length - 1].end;
      stored = await this.#takeLines({
        stored,
        source,
        lines: batch,
        bytes: batchEnd - at,
        skipping: isLast && skipping,
      });
      at = batchEnd;
    }
    if (lines.length === 0 && taken > 0) {
      stored = await this.#move(stored, {
        ...{ bytes: taken, lines: 0, stored: 0, duplicates: 0, unmapped: 0 },
        refusals: [],
        columns: stored.columns,
        skipping,
        at: this.#clock.now(),
      });
    }
    return toStatus(stored);
  }

  /**
   * Ends an import; one that has ended so before stays as it is.
   *
   * @throws ConflictError when it has ended otherwise, or is not at its end
   */
  async finish(id: string, step: 'complete' | 'abort'): Promise<ImportStatus> {
    const state = step === 'complete' ? 'complete' : 'aborted';
    const stored = await this.#store.get(id);
    if (stored.state === state) {
      return toStatus(stored);
    }
    requireOpen(stored);
    const { offset, totalBytes } = stored;
    if (
      state === 'complete' &&
      totalBytes !== undefined &&
      offset < totalBytes
    ) {
      throw new ConflictError(
        `The import stands at byte ${offset} of ${totalBytes}: send the rest, or abort it`,
      );
    }
    if (!(await this.#store.finish(stored, { state, at: this.#clock.now() }))) {
      throw elsewhere(await this.#store.get(id));
    }
    return this.get(id);
  }

  async #takeLines(options: {
    stored: StoredImport;
    source: ConfiguredSource;
    lines: readonly TakenLine[];
    bytes: number;
    skipping: boolean;
  }): Promise<StoredImport> {
    const { stored, source, lines, bytes, skipping } = options;
    const read = readHistoryLines(lines, {
      format: stored.format,
      columns: stored.columns,
      after: stored.lines,
      context: this.#ingest.mappingContext(source),
      limits: this.#limits,
      maxLine: this.maxLine,
    });
    if (!read.ok) {
      throw new InputError(
        `The header of the table cannot be read: ${read.refusal.message}`,
      );
    }
    const { events, columns } = read.value;
    const at = this.#clock.now();
    const answer = await ingestMapped(this.#ingest, {
      source,
      items: events.map(({ id, event }) => ({
        id,
        event: event.ok
          ? { ok: true, value: { ...event.value, imported: true } }
          : event,
      })),
      receivedAt: at,
    });
    return this.#move(stored, {
      bytes,
      lines: lines.length,
      stored: answer.stored,
      duplicates: answer.duplicates,
      unmapped: answer.results.filter(({ unmapped }) => unmapped).length,
      refusals: refusalsOf(events, answer.results),
      columns,
      skipping,
      at,
    });
  }

  async #move(
    stored: StoredImport,
    step: Parameters<ImportStore['advance']>[1],
  ): Promise<StoredImport> {
    if (!(await this.#store.advance(stored, step))) {
      throw elsewhere(await this.#store.get(stored.id));
    }
    return this.#store.get(stored.id);
  }
}

/** Without what only the next piece needs. */
function toStatus(stored: StoredImport): ImportStatus {
  const { columns: _columns, skipping: _skipping, ...status } = stored;
  return status;
}
