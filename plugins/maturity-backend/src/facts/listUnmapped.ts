import type {
  Alias,
  UnmappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, toNumber } from '../database';
import { compareText } from './domain/compareText';

/**
 * Lists events that no catalog entity answers to.
 *
 * @param options - `limit` is the most events to return; `name`: only those
 *   that were sent under it
 * @returns newest first, each with the names it was sent under
 */
export async function listUnmapped(options: {
  knex: Knex;
  name?: Alias;
  limit: number;
}): Promise<UnmappedEvent[]> {
  const { knex, name, limit } = options;
  const found = await knex('unmapped_event')
    .where(name ?? {})
    .distinct('seq')
    .orderBy('seq', 'desc')
    .limit(limit)
    .select<{ seq: number | string }[]>('seq');
  const events: UnmappedEvent[] = [];
  for (const seqs of chunksOf(found.map(row => toNumber(row.seq)))) {
    const rows = await knex('event_log as log')
      .join('source', 'source.id', 'log.source_id')
      .whereIn('log.seq', seqs)
      .select(
        'log.seq',
        'log.event_id',
        'log.type',
        'log.occurred_at',
        'source.name as source_name',
      );
    const names = await knex('unmapped_event')
      .whereIn('seq', seqs)
      .select<(Alias & { seq: number | string })[]>('seq', 'scheme', 'value');
    const bySeq = new Map<number, Alias[]>();
    for (const { seq, scheme, value } of names) {
      const aliases = bySeq.get(toNumber(seq)) ?? [];
      bySeq.set(toNumber(seq), aliases);
      aliases.push({ scheme, value });
    }
    for (const row of rows) {
      const seq = toNumber(row.seq);
      events.push({
        seq,
        source: row.source_name,
        id: row.event_id,
        type: row.type,
        occurredAt: toNumber(row.occurred_at),
        aliases: (bySeq.get(seq) ?? []).sort(
          (a, b) =>
            compareText(a.scheme, b.scheme) || compareText(a.value, b.value),
        ),
      });
    }
  }
  return events.sort((a, b) => b.seq - a.seq);
}
