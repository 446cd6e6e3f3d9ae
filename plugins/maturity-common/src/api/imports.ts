import type { EpochMs } from '../facts';

/**
 * How the lines of an import are written: a CloudEvent in structured JSON each,
 * or rows of a table with a header.
 *
 * @public
 */
export type ImportFormat = 'ndjson' | 'csv';

/**
 * - `open`: content can be sent, from `offset` on;
 * - `complete`, `aborted`: nothing more is taken. What was stored stays.
 *
 * @public
 */
export type ImportState = 'open' | 'complete' | 'aborted';

/** A file of history on its way in, and how far it has come. @public */
export interface ImportStatus {
  id: string;
  /** What the sender calls it, for example the name of the file. */
  name: string;
  /** The source that its events are of. */
  source: string;
  format: ImportFormat;
  state: ImportState;
  /** Bytes of the file that are done with; the next piece begins here. */
  offset: number;
  /** Bytes of the whole file, where the sender said it. */
  totalBytes?: number;
  /** SHA-256 of the whole file, lower-case hex, where the sender said it. */
  sha256?: string;
  /** Lines that are done with; a header and empty ones count too. */
  lines: number;
  /** New events. */
  stored: number;
  /** Events that were stored before with the same content. */
  duplicates: number;
  /** Lines that were not taken in, each with a reason. */
  refused: number;
  /** Of the new events those that no entity of the catalog answers to yet. */
  unmapped: number;
  /** Who began it: entity ref of a user, or subject of a service. */
  createdBy: string;
  createdAt: EpochMs;
  /** When it last came further or ended. */
  updatedAt: EpochMs;
  /** When it was completed or aborted. */
  finishedAt?: EpochMs;
}

/** A line of an import that was not taken in. @public */
export interface ImportRefusal {
  /** Position in the file, from 1. */
  line: number;
  /** Id of the event, where one could be read. */
  id?: string;
  /** HTTP status that this line alone would have been answered with. */
  code: number;
  /** What to change. */
  message: string;
}

/** A page of the refused lines of an import. @public */
export interface ImportRefusals {
  /** In the order of the file. */
  items: ImportRefusal[];
  /** All that were refused; of more than 10,000 only the first are kept. */
  total: number;
  /** `after` of the next page; absent on the last one. */
  next?: number;
}
