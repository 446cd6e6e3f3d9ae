import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';

/** When a pull of each source last showed that it is alive, by its name. */
export async function readHeartbeats(
  knex: Knex,
): Promise<Map<string, EpochMs>> {
  const rows = await knex('source_heartbeat as heartbeat')
    .join('source', 'source.id', 'heartbeat.source_id')
    .groupBy('source.name')
    .select<{ name: string; at: number | string }[]>(
      'source.name',
      knex.raw('max(heartbeat.at) as at'),
    );
  return new Map(rows.map(({ name, at }) => [name, toNumber(at)]));
}

/** How many streams each source has, and how many of them fail. */
export async function readStreamCounts(
  knex: Knex,
): Promise<Map<string, { total: number; failing: number }>> {
  const rows = await knex('pull_stream')
    .where({ listed: 1 })
    .groupBy('source', 'state')
    .select<{ source: string; state: string; count: number | string }[]>(
      'source',
      'state',
      knex.raw('count(*) as count'),
    );
  const counts = new Map<string, { total: number; failing: number }>();
  for (const { source, state, count } of rows) {
    const before = counts.get(source) ?? { total: 0, failing: 0 };
    counts.set(source, {
      total: before.total + toNumber(count),
      failing: before.failing + (state === 'failing' ? toNumber(count) : 0),
    });
  }
  return counts;
}
