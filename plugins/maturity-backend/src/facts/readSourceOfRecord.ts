import {
  SOURCE_OF_RECORD_ANNOTATION,
  type EpochMs,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber, toOptionalNumber } from '../database';
import { chooseSourceOfRecord } from './domain/sourceOfRecord';

/** The source whose facts of one kind count for an entity. */
export interface SourceOfRecord {
  id: number;
  name: string;
  /** Earliest time that it brought this kind of fact for the entity. */
  since: EpochMs;
  /** Until when it did, where it does no longer. */
  until?: EpochMs;
}

/** Whose sources to choose, and by what. */
export interface ReadSourceOfRecordOptions {
  knex: Knex;
  entityId: number;
  kinds: readonly FactKind[];
  /** Configured sources in their order. */
  sourceOrder: readonly string[];
  /**
   * A source that ended before is chosen only where no other goes on. Absent: at
   * the end of all time.
   */
  asOf?: EpochMs;
  /** Knowledge sequence. */
  knownAt: number;
}

async function readAnnotation(
  options: ReadSourceOfRecordOptions,
): Promise<string | undefined> {
  const { knex, entityId, knownAt } = options;
  const version = await knex('entity_version')
    .where({ entity_id: entityId })
    .where('seq', '<=', knownAt)
    .orderBy('seq', 'desc')
    .first<{ document: string } | undefined>('document');
  const annotations =
    version && JSON.parse(version.document).metadata?.annotations;
  return annotations?.[SOURCE_OF_RECORD_ANNOTATION];
}

/** Until when sources delivered, by kind and source; one that goes on is missing. */
async function readEnds(
  options: ReadSourceOfRecordOptions,
): Promise<Map<string, EpochMs>> {
  const { knex, entityId, kinds, knownAt } = options;
  const rows = await knex('source_end')
    .where('entity_id', entityId)
    .whereIn('kind', [...kinds])
    .where('seq', '<=', knownAt)
    .groupBy('kind', 'source_id')
    .select(
      'kind',
      'source_id',
      knex.raw('max(until) as ended'),
      knex.raw('max(resumed) as resumed'),
    );
  const ends = new Map<string, EpochMs>();
  for (const row of rows) {
    const until = toOptionalNumber(row.ended);
    const resumed = toOptionalNumber(row.resumed);
    if (until !== undefined && (resumed === undefined || resumed <= until)) {
      ends.set(`${row.kind}\n${row.source_id}`, until);
    }
  }
  return ends;
}

/**
 * Chooses the source of record of each kind of fact, as known at a sequence.
 * A kind without one is not connected and missing in the answer.
 */
export async function readSourceOfRecord(
  options: ReadSourceOfRecordOptions,
): Promise<Map<FactKind, SourceOfRecord>> {
  const { knex, entityId, kinds, sourceOrder, knownAt } = options;
  const { asOf = Infinity } = options;
  const annotation = await readAnnotation(options);
  const rows = await knex('source_binding as binding')
    .join('source', 'source.id', 'binding.source_id')
    .where('binding.entity_id', entityId)
    .whereIn('binding.kind', [...kinds])
    .where('binding.seq', '<=', knownAt)
    .groupBy('binding.kind', 'source.id', 'source.name')
    .select<
      { kind: FactKind; id: number; name: string; since: number | string }[]
    >(
      'binding.kind',
      'source.id',
      'source.name',
      knex.raw('min(binding.since) as since'),
    );
  const ends = await readEnds(options);
  const chosen = new Map<FactKind, SourceOfRecord>();
  for (const kind of kinds) {
    const ofKind = rows
      .filter(row => row.kind === kind)
      .map(row => ({ ...row, until: ends.get(`${kind}\n${row.id}`) }));
    const goingOn = ofKind.filter(
      ({ until }) => until === undefined || until >= asOf,
    );
    const name = chooseSourceOfRecord({
      kind,
      annotation,
      sourceOrder,
      bound: (goingOn.length > 0 ? goingOn : ofKind).map(row => row.name),
    });
    const row = ofKind.find(bound => bound.name === name);
    if (row) {
      chosen.set(kind, {
        id: row.id,
        name: row.name,
        since: toNumber(row.since),
        until: row.until,
      });
    }
  }
  return chosen;
}
