import { FACT_KINDS } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { readEvents, type LoggedEvent } from './readEvents';

/**
 * The newest event that says something of a fact of an entity and that became
 * known in a span.
 *
 * @remarks
 *
 * It starts from the few events of the span and asks whose they are, so that
 * an entity with a long history costs no more than a new one.
 *
 * @param options - `after` is not part of the span, `upTo` is
 */
export async function findNewestEvent(
  knex: Knex,
  options: { entityId: number; after: number; upTo: number },
): Promise<LoggedEvent | undefined> {
  const { entityId, after, upTo } = options;
  let newest: number | undefined;
  for (const kind of FACT_KINDS) {
    const row = await knex('fact_event as link')
      .where('link.kind', kind)
      .where('link.seq', '>', after)
      .where('link.seq', '<=', upTo)
      .whereExists(
        knex(`${kind}_entity as whose`)
          .whereRaw(`whose.${kind}_id = link.fact_id`)
          .where('whose.entity_id', entityId)
          .select(knex.raw('1')),
      )
      .max({ seq: 'link.seq' })
      .first<{ seq: number | string | null }>();
    const seq = toOptionalNumber(row?.seq);
    if (seq !== undefined && seq > (newest ?? 0)) {
      newest = seq;
    }
  }
  return newest === undefined
    ? undefined
    : (await readEvents(knex, [newest])).get(newest);
}
