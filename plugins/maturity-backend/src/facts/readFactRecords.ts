import type {
  EpochMs,
  FactFields,
  FactKind,
  FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, fromFlag, toNumber } from '../database';
import { compareText } from './domain/compareText';
import { rowAt, toFields, type FactRow } from './factRows';

/** Which facts to list. */
export interface ReadFactRecordsOptions {
  knex: Knex;
  entityId: number;
  kind: FactKind;
  /** The window `[from, to)`; all time when absent. */
  window?: { from: EpochMs; to: EpochMs };
  /** Most facts to return. */
  limit: number;
}

type FactEvent = FactRecord['events'][number];

async function loadEvents(
  knex: Knex,
  kind: FactKind,
  factIds: readonly number[],
): Promise<Map<number, FactEvent[]>> {
  const byFact = new Map<number, FactEvent[]>();
  for (const ids of chunksOf(factIds)) {
    const rows = await knex('fact_event as link')
      .join('event_log as log', 'log.seq', 'link.seq')
      .where('link.kind', kind)
      .whereIn('link.fact_id', ids)
      .orderBy('log.seq')
      .select(
        'link.fact_id',
        'log.seq',
        'log.event_id',
        'log.type',
        'log.occurred_at',
      );
    for (const row of rows) {
      const events = byFact.get(row.fact_id) ?? [];
      byFact.set(row.fact_id, events);
      events.push({
        seq: toNumber(row.seq),
        id: row.event_id,
        type: row.type,
        occurredAt: toNumber(row.occurred_at),
      });
    }
  }
  return byFact;
}

/**
 * Lists facts of one entity with the events that each was folded from, of
 * every source, as known now.
 *
 * @returns newest first; the events of a fact in the order of the log
 */
export async function readFactRecords(
  options: ReadFactRecordsOptions,
): Promise<FactRecord[]> {
  const { knex, entityId, kind, window, limit } = options;
  const query = knex(`${kind}_entity as whose`)
    .join(`${kind} as fact`, 'fact.id', `whose.${kind}_id`)
    .join('source', 'source.id', 'fact.source_id')
    .where('whose.entity_id', entityId)
    .where('fact.state', 'live')
    .orderBy('whose.at', 'desc')
    .orderBy('fact.id', 'desc')
    .limit(limit)
    .select<(FactRow & { source_name: string })[]>(
      'fact.*',
      'source.name as source_name',
    );
  if (window) {
    query
      .where('whose.at', '>=', window.from)
      .where('whose.at', '<', window.to);
  }
  const rows = await query;
  const events = await loadEvents(
    knex,
    kind,
    rows.map(row => row.id),
  );
  return rows
    .map(row => ({
      kind,
      source: row.source_name,
      key: row.key,
      at: rowAt(row),
      generated: fromFlag(row.generated),
      fields: toFields(kind, row) as FactFields[FactKind],
      events: events.get(row.id) ?? [],
    }))
    .sort(
      (a, b) =>
        b.at - a.at ||
        compareText(a.source, b.source) ||
        compareText(a.key, b.key),
    );
}
