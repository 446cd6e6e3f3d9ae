import {
  MANUAL_SOURCE,
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
  /**
   * Sources whose facts count beside: what people tell of themselves is no
   * other view of what a tool reports.
   */
  beside: readonly { id: number; name: string }[];
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

/** A source that an entity is bound to for a kind of fact. */
interface BoundSource extends Omit<SourceOfRecord, 'beside'> {
  kind: FactKind;
}

async function readBound(
  options: ReadSourceOfRecordOptions,
): Promise<BoundSource[]> {
  const { knex, entityId, kinds, knownAt } = options;
  const rows = await knex('source_binding as binding')
    .join('source', 'source.id', 'binding.source_id')
    .leftJoin(
      knex('source_end')
        .where('entity_id', entityId)
        .where('seq', '<=', knownAt)
        .groupBy('kind', 'source_id')
        .select(
          'kind',
          'source_id',
          knex.raw('max(until) as ended'),
          knex.raw('max(resumed) as resumed'),
        )
        .as('ends'),
      on =>
        on
          .on('ends.kind', 'binding.kind')
          .andOn('ends.source_id', 'binding.source_id'),
    )
    .where('binding.entity_id', entityId)
    .whereIn('binding.kind', [...kinds])
    .where('binding.seq', '<=', knownAt)
    .groupBy(
      'binding.kind',
      'source.id',
      'source.name',
      'ends.ended',
      'ends.resumed',
    )
    .select(
      'binding.kind',
      'source.id',
      'source.name',
      'ends.ended',
      'ends.resumed',
      knex.raw('min(binding.since) as since'),
    );
  return rows.map(row => {
    const ended = toOptionalNumber(row.ended);
    const resumed = toOptionalNumber(row.resumed);
    return {
      kind: row.kind,
      id: row.id,
      name: row.name,
      since: toNumber(row.since),
      until:
        ended !== undefined && (resumed === undefined || resumed <= ended)
          ? ended
          : undefined,
    };
  });
}

/**
 * Chooses the source of record of each kind of fact, as known at a sequence.
 * A kind without one is not connected and missing in the answer.
 */
export async function readSourceOfRecord(
  options: ReadSourceOfRecordOptions,
): Promise<Map<FactKind, SourceOfRecord>> {
  const { kinds, sourceOrder, asOf = Infinity } = options;
  const annotation = await readAnnotation(options);
  const bound = await readBound(options);
  const chosen = new Map<FactKind, SourceOfRecord>();
  for (const kind of kinds) {
    const ofKind = bound.filter(source => source.kind === kind);
    const tools = ofKind.filter(row => row.name !== MANUAL_SOURCE);
    const manual = ofKind.filter(row => row.name === MANUAL_SOURCE);
    const goingOn = tools.filter(
      ({ until }) => until === undefined || until >= asOf,
    );
    const name = chooseSourceOfRecord({
      kind,
      annotation,
      sourceOrder,
      bound: [...(goingOn.length > 0 ? goingOn : tools), ...manual].map(
        row => row.name,
      ),
    });
    const found = ofKind.find(source => source.name === name);
    if (found) {
      const { id, since, until } = found;
      chosen.set(kind, {
        ...{ id, name: found.name, since, until },
        beside: manual.filter(other => other.id !== id),
      });
    }
  }
  return chosen;
}
