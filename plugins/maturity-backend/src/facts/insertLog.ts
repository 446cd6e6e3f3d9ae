import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { insertRows, toFlag } from '../database';
import type { PreparedEvent } from './prepareEvents';
import type { ResolvedEntity } from './resolveNames';

/** An event that is new and may be stored. */
export interface AcceptedEvent extends PreparedEvent {
  seq: number;
  /** Whom it counts for; none while no entity answers to its names. */
  entities: readonly ResolvedEntity[];
}

/** Accepted events of one source. */
export interface InsertLogOptions {
  sourceId: number;
  receivedAt: EpochMs;
  events: readonly AcceptedEvent[];
}

/** Writes keys, log, raw bodies and what could not be mapped. */
export async function insertLog(
  tx: Knex,
  options: InsertLogOptions,
): Promise<void> {
  const { sourceId, receivedAt, events } = options;
  await insertRows(tx, {
    table: 'event_key',
    rows: events.map(({ eventKey, seq, incoming }) => ({
      key_hash: eventKey,
      seq,
      body_hash: incoming.bodyHash,
    })),
  });
  await insertRows(tx, {
    table: 'event_log',
    rows: events.map(({ seq, entities, incoming: { event } }) => ({
      seq,
      source_id: sourceId,
      event_source: event.eventSource,
      event_id: event.eventId,
      type: event.type,
      subject: event.subject ?? null,
      occurred_at: event.occurredAt,
      received_at: receivedAt,
      generated: toFlag(event.generated === true),
      imported: toFlag(event.imported === true),
      entity_ref: event.entityRef ?? null,
      aliases: JSON.stringify(event.aliases),
      entity_ids: JSON.stringify(entities.map(({ id }) => id)),
      statements: JSON.stringify(event.statements),
      connects:
        event.connects && event.connects.length > 0
          ? JSON.stringify(event.connects)
          : null,
      envelope: JSON.stringify(event.envelope),
    })),
  });
  // Events of one delivery share its body: it is kept with the first of them.
  const kept = new Set<Buffer>();
  await insertRows(tx, {
    table: 'event_raw',
    rows: events.flatMap(({ seq, raw, incoming }) => {
      if (!raw || !incoming.raw || kept.has(raw)) {
        return [];
      }
      kept.add(raw);
      return [
        {
          seq,
          received_at: receivedAt,
          content_type: incoming.raw.contentType,
          body: raw,
        },
      ];
    }),
  });
  await insertRows(tx, {
    table: 'unmapped_event',
    rows: events
      .filter(({ entities }) => entities.length === 0)
      .flatMap(({ seq, names }) =>
        names.map(({ scheme, value }) => ({
          seq,
          scheme,
          value,
          source_id: sourceId,
        })),
      ),
    // The producer may have named the same thing twice.
    ignoreOn: ['scheme', 'value', 'seq'],
  });
}
