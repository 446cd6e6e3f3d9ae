import { gunzipSync } from 'node:zlib';
import type {
  Alias,
  EpochMs,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { fromFlag, toNumber } from '../../database';

/** An event as the log has it. */
export interface StoredEvent {
  seq: number;
  /** Configured name of the source. */
  source: string;
  eventSource: string;
  eventId: string;
  type: string;
  subject?: string;
  occurredAt: EpochMs;
  receivedAt: EpochMs;
  generated: boolean;
  /** As the producer named it. */
  entityRef?: string;
  aliases: Alias[];
  statements: Statement[];
  envelope: Record<string, unknown>;
  /** What came over the wire, while it is kept. */
  raw?: { contentType: string; body: Buffer };
}

/** Reads one event; `undefined` when there is none of that number. */
export async function readEvent(options: {
  knex: Knex;
  seq: number;
}): Promise<StoredEvent | undefined> {
  const { knex, seq } = options;
  const row = await knex('event_log as log')
    .join('source', 'source.id', 'log.source_id')
    .leftJoin('event_raw as raw', 'raw.seq', 'log.seq')
    .where('log.seq', seq)
    .first(
      'log.*',
      'source.name as source_name',
      'raw.content_type',
      'raw.body',
    );
  return (
    row && {
      seq: toNumber(row.seq),
      source: row.source_name,
      eventSource: row.event_source,
      eventId: row.event_id,
      type: row.type,
      subject: row.subject ?? undefined,
      occurredAt: toNumber(row.occurred_at),
      receivedAt: toNumber(row.received_at),
      generated: fromFlag(row.generated),
      entityRef: row.entity_ref ?? undefined,
      aliases: JSON.parse(row.aliases),
      statements: JSON.parse(row.statements),
      envelope: JSON.parse(row.envelope),
      raw: row.body
        ? { contentType: row.content_type, body: gunzipSync(row.body) }
        : undefined,
    }
  );
}
