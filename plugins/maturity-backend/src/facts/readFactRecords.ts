import type {
  EpochMs,
  FactFields,
  FactKind,
  FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, currentKnowledge, fromFlag, toNumber } from '../database';
import { compareText } from './domain/compareText';
import { tableOf } from './domain/tableOf';
import { rowAt, toFields, type FactRow } from './factRows';
import { readSourceOfRecord } from './readSourceOfRecord';

/** Which facts to list. */
export interface ReadFactRecordsOptions {
  knex: Knex;
  entityId: number;
  kind: FactKind;
  /** Configured sources in their order of record. */
  sourceOrder: readonly string[];
  /** Only facts with these keys, of whatever source. */
  keys?: readonly string[];
  /** The window `[from, to)`; all time when absent. */
  window?: { from: EpochMs; to: EpochMs };
  /** Also facts that began before the window and are still open. */
  includeOpen?: boolean;
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

type RecordRow = FactRow & { source_name: string };

/** The newest rows; those with one of `keys` where it is given. */
async function selectRows(
  options: ReadFactRecordsOptions,
  keys?: readonly string[],
): Promise<RecordRow[]> {
  const { knex, entityId, kind, window, includeOpen, limit } = options;
  const { fact, whose, id } = tableOf(kind);
  const query = knex(`${whose} as whose`)
    .join(`${fact} as fact`, 'fact.id', `whose.${id}`)
    .join('source', 'source.id', 'fact.source_id')
    .where('whose.entity_id', entityId)
    .orderBy('whose.at', 'desc')
    .orderBy('fact.id', 'desc')
    .limit(limit)
    .select<RecordRow[]>('fact.*', 'source.name as source_name');
  if (keys) {
    query.whereIn('fact.key', keys);
  }
  if (window) {
    query.where('whose.at', '<', window.to).where(begun => {
      begun.where('whose.at', '>=', window.from);
      if (includeOpen) {
        begun.orWhere('whose.is_open', 1);
      }
    });
  }
  return await query;
}

async function selectNewest(
  options: ReadFactRecordsOptions,
): Promise<RecordRow[]> {
  const { keys, limit } = options;
  if (!keys) {
    return await selectRows(options);
  }
  const rows: RecordRow[] = [];
  for (const chunk of chunksOf([...new Set(keys)])) {
    rows.push(...(await selectRows(options, chunk)));
  }
  return rows
    .sort((a, b) => rowAt(b) - rowAt(a) || b.id - a.id)
    .slice(0, limit);
}

/**
 * Lists facts of one entity with the events that each was folded from, of
 * every source, as known now. Those that count for nothing are told apart by
 * their state.
 *
 * @returns newest first; the events of a fact in the order of the log
 */
export async function readFactRecords(
  options: ReadFactRecordsOptions,
): Promise<FactRecord[]> {
  const { knex, entityId, kind, sourceOrder } = options;
  const rows = await selectNewest(options);
  const events = await loadEvents(
    knex,
    kind,
    rows.map(row => row.id),
  );
  const sources = await readSourceOfRecord({
    knex,
    entityId,
    kinds: [kind],
    sourceOrder,
    asOf: options.window?.to,
    knownAt: await currentKnowledge(knex),
  });
  const stateOf = (row: RecordRow): FactRecord['state'] => {
    if (row.state === 'excluded') {
      return 'excluded';
    }
    const counted = sources.get(kind);
    return counted &&
      [counted, ...counted.beside].some(({ id }) => id === row.source_id)
      ? 'live'
      : 'shadow';
  };
  return rows
    .map(row => ({
      kind,
      source: row.source_name,
      key: row.key,
      at: rowAt(row),
      generated: fromFlag(row.generated),
      state: stateOf(row),
      corrected: fromFlag(row.corrected),
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
