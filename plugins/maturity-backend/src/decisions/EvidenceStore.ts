import { createHash } from 'node:crypto';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  EpochMs,
  EvidenceItem,
  EvidenceMediaType,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';

/** Most uploads of one person that no decision names yet. */
const MAX_WAITING = 20;

/** An upload that was found to be what it says. */
export interface NewEvidence {
  title: string;
  mediaType: EvidenceMediaType;
  content: Buffer;
  /** Canonical ref of the user. */
  author: string;
  at: EpochMs;
}

/** A stored document. */
export interface StoredEvidence {
  mediaType: EvidenceMediaType;
  content: Buffer;
}

/** Uploaded documents by the hash of their bytes, each kept once. */
export class EvidenceStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): EvidenceStore {
    return new EvidenceStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Keeps a document until a decision names it, for at least a day.
   *
   * @throws NotAllowedError when too many of the author's are waiting
   */
  async save(evidence: NewEvidence): Promise<EvidenceItem> {
    const { title, mediaType, content, author, at } = evidence;
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.#knex.transaction(async tx => {
      const row = await tx('evidence_file')
        .where({ created_by: author, referenced: 0 })
        .whereNot({ sha256 })
        .count({ count: '*' })
        .first<{ count: number | string }>();
      if (Number(row.count) >= MAX_WAITING) {
        throw new NotAllowedError(
          `${MAX_WAITING} of your uploads are not named by any decision: name them, or wait a day until they are deleted`,
        );
      }
      await tx('evidence_file')
        .insert({
          sha256,
          media_type: mediaType,
          size: content.length,
          title,
          content,
          referenced: 0,
          created_by: author,
          created_at: at,
        })
        .onConflict('sha256')
        // The same bytes again: their day begins anew.
        .merge({ created_at: at });
    });
    return { title, sha256, mediaType, size: content.length };
  }

  /**
   * Fills in type and size of the uploads among some evidence and keeps them
   * for good.
   *
   * @throws InputError when an upload is not there
   */
  async claim(
    tx: Knex.Transaction,
    evidence: readonly EvidenceItem[],
  ): Promise<EvidenceItem[]> {
    const hashes = evidence.flatMap(({ url, sha256 }) =>
      url === undefined && sha256 !== undefined ? [sha256] : [],
    );
    if (hashes.length === 0) {
      return [...evidence];
    }
    // The update locks the rows against the job that deletes what is old.
    await tx('evidence_file')
      .whereIn('sha256', hashes)
      .update({ referenced: 1 });
    const rows: { sha256: string; media_type: string; size: number }[] =
      await tx('evidence_file')
        .whereIn('sha256', hashes)
        .select('sha256', 'media_type', 'size');
    const files = new Map(rows.map(row => [row.sha256, row]));
    return evidence.map(item => {
      if (item.url !== undefined || item.sha256 === undefined) {
        return item;
      }
      const file = files.get(item.sha256);
      if (!file) {
        throw new InputError(
          `There is no upload ${item.sha256}: upload '${item.title}' again, what no decision names is deleted after a day`,
        );
      }
      return {
        title: item.title,
        sha256: item.sha256,
        mediaType: file.media_type as EvidenceMediaType,
        size: file.size,
      };
    });
  }

  /** @throws NotFoundError */
  async read(sha256: string): Promise<StoredEvidence> {
    const row = await this.#knex('evidence_file')
      .where({ sha256 })
      .first<{ media_type: string; content: Buffer } | undefined>(
        'media_type',
        'content',
      );
    if (!row) {
      throw new NotFoundError(`There is no upload ${sha256}`);
    }
    return {
      mediaType: row.media_type as EvidenceMediaType,
      content: row.content,
    };
  }

  /**
   * Deletes uploads that no decision has named.
   *
   * @param options - `before`: those that were sent earlier
   * @returns how many
   */
  async deleteUnreferenced(options: { before: EpochMs }): Promise<number> {
    return this.#knex('evidence_file')
      .where({ referenced: 0 })
      .where('created_at', '<', options.before)
      .delete();
  }
}
