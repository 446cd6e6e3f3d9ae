import type { SourceStatus } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber, toOptionalNumber } from '../database';
import { compareText } from './domain/compareText';

type CountRow = { source_id: number; count: number | string };

/** What every source that ever sent has brought, by name. */
export async function sourceStatuses(options: {
  knex: Knex;
}): Promise<SourceStatus[]> {
  const { knex } = options;
  const sources = await knex('source').select('id', 'name');
  const events = await knex('event_log')
    .groupBy('source_id')
    .select<(CountRow & { last: number | string })[]>(
      'source_id',
      knex.raw('count(*) as count'),
      knex.raw('max(seq) as last'),
    );
  const received = await knex('event_log')
    .whereIn(
      'seq',
      events.map(row => toNumber(row.last)),
    )
    .select('source_id', 'received_at');
  const unmapped = await knex('unmapped_event as name')
    .join('event_log as log', 'log.seq', 'name.seq')
    .groupBy('log.source_id')
    .select<CountRow[]>(
      'log.source_id',
      knex.raw('count(distinct name.seq) as count'),
    );
  const conflicts = await knex('event_conflict')
    .groupBy('source_id')
    .select<CountRow[]>('source_id', knex.raw('count(*) as count'));
  const countOf = (rows: readonly CountRow[], id: number) =>
    toNumber(rows.find(row => row.source_id === id)?.count ?? 0);
  return sources
    .map(({ id, name }) => ({
      source: name,
      events: countOf(events, id),
      unmapped: countOf(unmapped, id),
      conflicts: countOf(conflicts, id),
      lastReceivedAt: toOptionalNumber(
        received.find(row => row.source_id === id)?.received_at,
      ),
    }))
    .sort((a, b) => compareText(a.source, b.source));
}
