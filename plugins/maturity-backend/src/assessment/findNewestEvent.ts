import type { FactKind } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { tableOf } from '../facts/domain/tableOf';
import { readEvents, type LoggedEvent } from './readEvents';

/**
 * The newest event that says something of a fact of an entity and that became
 * known in a span.
 *
 * @remarks
 *
 * It starts from the few events of the span and asks whose they are, so that
 * an entity with a long history costs no more than a new one. It hides the kind
 * from planners: left to themselves they walk through all links of a kind.
 *
 * @param options - `kinds`: of the facts, at least one; `after` is not part of
 *   the span, `upTo` is
 */
export async function findNewestEvent(
  knex: Knex,
  options: {
    entityId: number;
    kinds: readonly FactKind[];
    after: number;
    upTo: number;
  },
): Promise<LoggedEvent | undefined> {
  const { entityId, kinds, after, upTo } = options;
  const [first, ...others] = kinds.map(kind => {
    const { whose, id } = tableOf(kind);
    return knex('fact_event as link')
      .whereRaw(`link.kind || '' = ?`, [kind])
      .where('link.seq', '>', after)
      .where('link.seq', '<=', upTo)
      .whereExists(
        knex(`${whose} as whose`)
          .whereRaw(`whose.${id} = link.fact_id`)
          .where('whose.entity_id', entityId)
          .select(knex.raw('1')),
      )
      .max({ seq: 'link.seq' });
  });
  const rows = (await first.unionAll(others)) as {
    seq: number | string | null;
  }[];
  const newest = Math.max(
    0,
    ...rows.map(row => toOptionalNumber(row.seq) ?? 0),
  );
  return newest === 0
    ? undefined
    : (await readEvents(knex, [newest])).get(newest);
}
