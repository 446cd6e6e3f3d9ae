import {
  FACT_KINDS,
  type EventRecord,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, fromFlag, toNumber } from '../database';
import { compareText } from './domain/compareText';
import { tableOf } from './domain/tableOf';

/** Which event to read, and for whom. */
export interface ReadEventRecordOptions {
  knex: Knex;
  entityId: number;
  /** Knowledge sequence of the event. */
  seq: number;
}

/** Facts of an entity that an event speaks of. */
async function factsOfEvent(
  options: ReadEventRecordOptions,
): Promise<EventRecord['facts']> {
  const { knex, entityId, seq } = options;
  const links = await knex('fact_event')
    .where({ seq })
    .select<{ kind: FactKind; fact_id: number }[]>('kind', 'fact_id');
  const facts: EventRecord['facts'] = [];
  for (const kind of FACT_KINDS) {
    const { fact, whose, id } = tableOf(kind);
    const linked = links.filter(link => link.kind === kind);
    const keys: string[] = [];
    for (const ids of chunksOf(linked.map(link => link.fact_id))) {
      keys.push(
        ...(await knex(`${fact} as fact`)
          .join(`${whose} as whose`, `whose.${id}`, 'fact.id')
          .whereIn('fact.id', ids)
          .where('whose.entity_id', entityId)
          .pluck('fact.key')),
      );
    }
    facts.push(...keys.sort(compareText).map(key => ({ kind, key })));
  }
  return facts;
}

/**
 * Reads one event behind a fact of an entity.
 *
 * @returns `undefined` where there is no such event, and where it speaks of no
 *   fact of the entity: who may see one entity learns nothing of another
 */
export async function readEventRecord(
  options: ReadEventRecordOptions,
): Promise<EventRecord | undefined> {
  const { knex, seq } = options;
  const facts = await factsOfEvent(options);
  if (facts.length === 0) {
    return undefined;
  }
  const row = await knex('event_log as log')
    .join('source', 'source.id', 'log.source_id')
    .where('log.seq', seq)
    .first('log.*', 'source.name as source_name');
  return {
    seq,
    source: row.source_name,
    eventSource: row.event_source,
    id: row.event_id,
    type: row.type,
    ...(row.subject !== null && { subject: row.subject }),
    occurredAt: toNumber(row.occurred_at),
    receivedAt: toNumber(row.received_at),
    generated: fromFlag(row.generated),
    envelope: JSON.parse(row.envelope),
    facts,
  };
}
