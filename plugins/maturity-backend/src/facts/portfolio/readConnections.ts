import type {
  EpochMs,
  FactKind,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber, toOptionalNumber } from '../../database';

interface Binding {
  entityId: number;
  kind: FactKind;
  since: EpochMs;
  until: EpochMs;
}

/** Services, and which sources they were connected to. */
export interface Connections {
  services: number;
  /** Ids of those with a source of a kind for a part of a window. */
  connectedTo(kind: FactKind, window: TimeWindow): Set<number>;
}

/** Reads the services of an owner with their sources, as known at a sequence. */
export async function readConnections(
  knex: Knex,
  options: {
    members: () => Knex.QueryBuilder;
    kinds: readonly FactKind[];
    knownAt: number;
  },
): Promise<Connections> {
  const { members, kinds, knownAt } = options;
  const bound = knex('source_binding')
    .whereIn('kind', [...kinds])
    .where('seq', '<=', knownAt)
    .groupBy('entity_id', 'kind', 'source_id')
    .select('entity_id', 'kind', 'source_id', knex.raw('min(since) as since'));
  const ends = knex('source_end')
    .where('seq', '<=', knownAt)
    .groupBy('entity_id', 'kind', 'source_id')
    .select(
      'entity_id',
      'kind',
      'source_id',
      knex.raw('max(until) as ended'),
      knex.raw('max(resumed) as resumed'),
    );
  const rows = await knex
    .from(members().as('member'))
    .leftJoin(
      bound.whereIn('entity_id', members()).as('bound'),
      'bound.entity_id',
      'member.entity_id',
    )
    .leftJoin(ends.whereIn('entity_id', members()).as('ends'), on =>
      on
        .on('ends.entity_id', 'bound.entity_id')
        .andOn('ends.kind', 'bound.kind')
        .andOn('ends.source_id', 'bound.source_id'),
    )
    .select(
      'member.entity_id',
      'bound.kind',
      'bound.since',
      'ends.ended',
      'ends.resumed',
    );
  const bindings = rows.flatMap<Binding>(row => {
    if (row.kind === null) {
      return [];
    }
    const ended = toOptionalNumber(row.ended);
    const resumed = toOptionalNumber(row.resumed);
    const isOver =
      ended !== undefined && (resumed === undefined || resumed <= ended);
    return [
      {
        entityId: row.entity_id,
        kind: row.kind,
        since: toNumber(row.since),
        until: isOver ? ended : Infinity,
      },
    ];
  });
  return {
    services: new Set(rows.map(row => row.entity_id)).size,
    connectedTo: (kind, window) =>
      new Set(
        bindings
          .filter(
            binding =>
              binding.kind === kind &&
              binding.since < window.to &&
              binding.until > window.from,
          )
          .map(({ entityId }) => entityId),
      ),
  };
}
