import type { Knex } from 'knex';
import { chunksOf, fromFlag, toNumber } from '../database';
import { eventKeyOf } from './eventKeyOf';
import type { EntityClaim, LoggedEvent } from './types';

/** A row of the log, as either driver gives it. */
export interface LogRow {
  seq: number | string;
  source_id: number;
  source_name: string;
  event_source: string;
  event_id: string;
  generated: number;
  entity_ref: string | null;
  aliases: string;
  entity_ids: string;
  statements: string;
  /** Null where the event says nothing of it, and on rows from before it was kept. */
  connects: string | null;
}

/** The part of the log that facts are made from, in its order. */
export function selectLog(knex: Knex): Knex.QueryBuilder<object, LogRow[]> {
  return knex('event_log as log')
    .join('source', 'source.id', 'log.source_id')
    .orderBy('log.seq')
    .select(
      'log.seq',
      'log.source_id',
      'log.event_source',
      'log.event_id',
      'log.generated',
      'log.entity_ref',
      'log.aliases',
      'log.entity_ids',
      'log.statements',
      'log.connects',
      'source.name as source_name',
    );
}

/** An event as facts are made from it. */
export function toLoggedEvent(
  row: LogRow,
  claims: readonly EntityClaim[],
): LoggedEvent {
  return {
    seq: toNumber(row.seq),
    sourceId: row.source_id,
    eventKey: eventKeyOf({
      source: row.source_name,
      eventSource: row.event_source,
      eventId: row.event_id,
    }),
    generated: fromFlag(row.generated),
    statements: JSON.parse(row.statements),
    connects: row.connects === null ? [] : JSON.parse(row.connects),
    claims: [...claims],
  };
}

/** Whom events came to count for after they were stored, by their number. */
async function loadMappings(
  knex: Knex,
  eventSeqs: readonly number[],
): Promise<Map<number, EntityClaim[]>> {
  const byEvent = new Map<number, EntityClaim[]>();
  for (const seqs of chunksOf(eventSeqs)) {
    const rows = await knex('event_mapping')
      .whereIn('event_seq', seqs)
      .select('event_seq', 'entity_id', 'seq');
    for (const row of rows) {
      const eventSeq = toNumber(row.event_seq);
      const claims = byEvent.get(eventSeq) ?? [];
      byEvent.set(eventSeq, claims);
      claims.push({ entityId: row.entity_id, seq: toNumber(row.seq) });
    }
  }
  return byEvent;
}

/**
 * Reads a piece of the log with whom each event counts for by now.
 *
 * @param options - events after `after`, at most `limit`
 * @returns in the order of the log
 */
export async function readLog(
  knex: Knex,
  options: { after: number; limit: number },
): Promise<LoggedEvent[]> {
  const rows = await selectLog(knex)
    .where('log.seq', '>', options.after)
    .limit(options.limit);
  const mappings = await loadMappings(
    knex,
    rows.map(row => toNumber(row.seq)),
  );
  return rows.map(row => {
    const seq = toNumber(row.seq);
    const atOnce: number[] = JSON.parse(row.entity_ids);
    return toLoggedEvent(row, [
      ...atOnce.map(entityId => ({ entityId, seq })),
      ...(mappings.get(seq) ?? []),
    ]);
  });
}
