import {
  FACT_KINDS,
  type Alias,
  type EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { markDue } from '../assessment/markDue';
import {
  chunksOf,
  fromFlag,
  insertRows,
  takeKnowledge,
  toNumber,
  writeTransaction,
} from '../database';
import { addSourceCounts } from './addSourceCounts';
import { attributeFacts } from './attributeFacts';
import { bindSources } from './bindSources';
import { attributionOf } from './domain/attributionOf';
import { namesOf } from './domain/namesOf';
import { tableOf } from './domain/tableOf';
import { endSources } from './endSources';
import { rowAt, toFields, type FactRow } from './factRows';
import { selectLog, toLoggedEvent, type LogRow } from './readLog';
import { entitiesOf, resolveNames } from './resolveNames';
import type { EntityClaim, LoggedEvent, StoredFact } from './types';

/** Events that are mapped at a time. */
const PIECE = 500;

/** How to map what could not be mapped before. */
export interface ResolveUnmappedOptions {
  knex: Knex;
  now: EpochMs;
  /** Whether a source may speak for an entity. */
  allows: (source: string, entityRef: string) => boolean;
  /** Told after each piece how many events have been mapped so far. */
  onProgress?: (mapped: number) => void;
}

/** Unmapped events of which a name has an entity by now. */
async function findCandidates(knex: Knex, after: number): Promise<number[]> {
  const rows = await knex('unmapped_event as name')
    .join('alias', on =>
      on
        .on('alias.scheme', 'name.scheme')
        .andOn('alias.value', 'name.value')
        .andOnNull('alias.closed_seq'),
    )
    .where('name.seq', '>', after)
    .distinct('name.seq')
    .orderBy('name.seq')
    .limit(PIECE)
    .select<{ seq: number | string }[]>('name.seq');
  return rows.map(row => toNumber(row.seq));
}

function namesOfRow(row: LogRow): Alias[] {
  return namesOf({
    entityRef: row.entity_ref ?? undefined,
    aliases: JSON.parse(row.aliases),
    eventSource: row.event_source,
  });
}

/** The facts of events, with the entities that the events add to them. */
async function findFacts(
  tx: Knex,
  events: readonly LoggedEvent[],
): Promise<StoredFact[]> {
  const claimsOf = new Map(events.map(event => [event.seq, event.claims]));
  const facts: StoredFact[] = [];
  const links: { kind: string; fact_id: number; seq: number | string }[] = [];
  for (const seqs of chunksOf([...claimsOf.keys()])) {
    links.push(...(await tx('fact_event').whereIn('seq', seqs).select('*')));
  }
  for (const kind of FACT_KINDS) {
    const claims = new Map<number, EntityClaim[]>();
    for (const link of links.filter(row => row.kind === kind)) {
      const ofFact = claims.get(link.fact_id) ?? [];
      claims.set(link.fact_id, ofFact);
      ofFact.push(...claimsOf.get(toNumber(link.seq))!);
    }
    for (const ids of chunksOf([...claims.keys()])) {
      const rows = await tx(tableOf(kind).fact)
        .whereIn('id', ids)
        .orderBy('id')
        .select<FactRow[]>('*');
      for (const row of rows) {
        facts.push({
          kind,
          id: row.id,
          at: rowAt(row),
          open: fromFlag(row.is_open),
          endedAt: attributionOf(kind, toFields(kind, row)).endedAt,
          existed: true,
          claims: claims.get(row.id)!,
        });
      }
    }
  }
  return facts;
}

async function resolvePiece(
  tx: Knex.Transaction,
  options: ResolveUnmappedOptions & { lastSeq: number; candidates: number[] },
): Promise<number> {
  const { now, allows, lastSeq, candidates } = options;
  const seq = lastSeq + 1;
  const rows = await selectLog(tx)
    .whereIn('log.seq', candidates)
    // Another replica may have been faster.
    .whereIn('log.seq', tx('unmapped_event').select('seq'));
  const resolution = await resolveNames(tx, rows.flatMap(namesOfRow));
  const events: LoggedEvent[] = [];
  for (const row of rows) {
    const whom = entitiesOf({
      names: namesOfRow(row),
      resolution,
      allows: entityRef => allows(row.source_name, entityRef),
    });
    if (whom.kind === 'mapped') {
      events.push(
        toLoggedEvent(
          row,
          whom.entities.map(({ id }) => ({ entityId: id, seq })),
        ),
      );
    }
  }
  if (events.length === 0) {
    return 0;
  }
  await takeKnowledge(tx, 1);
  await insertRows(tx, {
    table: 'event_mapping',
    rows: events.flatMap(event =>
      event.claims.map(claim => ({
        event_seq: event.seq,
        entity_id: claim.entityId,
        seq,
      })),
    ),
  });
  for (const seqs of chunksOf(events.map(event => event.seq))) {
    await tx('unmapped_event').whereIn('seq', seqs).delete();
  }
  for (const sourceId of new Set(events.map(event => event.sourceId))) {
    const mapped = events.filter(event => event.sourceId === sourceId);
    await addSourceCounts(tx, { sourceId, unmapped: -mapped.length });
  }
  await attributeFacts(tx, await findFacts(tx, events));
  await bindSources(tx, events);
  await endSources(tx, events);
  await markDue(tx, {
    entityIds: [
      ...new Set(
        events
          .filter(
            ({ statements, connects }) =>
              statements.length > 0 || connects.length > 0,
          )
          .flatMap(event => event.claims.map(claim => claim.entityId)),
      ),
    ],
    dueAt: now,
    seq,
  });
  return events.length;
}

/**
 * Lets events count for the entities that have come to answer to their names.
 * Facts stay as they are; only whose they are is added.
 *
 * @remarks
 *
 * Works in pieces, each in a transaction of its own, and begins anew where it
 * was interrupted.
 *
 * @returns how many events were mapped
 */
export async function resolveUnmapped(
  options: ResolveUnmappedOptions,
): Promise<number> {
  const { knex } = options;
  let mapped = 0;
  let after = 0;
  for (;;) {
    const candidates = await findCandidates(knex, after);
    if (candidates.length === 0) {
      return mapped;
    }
    mapped += await writeTransaction(knex, (tx, lastSeq) =>
      resolvePiece(tx, { ...options, lastSeq, candidates }),
    );
    options.onProgress?.(mapped);
    after = candidates[candidates.length - 1];
  }
}
