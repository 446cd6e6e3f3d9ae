import type {
  Alias,
  UnmappedName,
  UnmappedNames,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';
import { compareText } from '../facts/domain/compareText';
import { nameKey } from '../facts/domain/namesOf';
import { resolveNames } from '../facts/resolveNames';

/**
 * Names under which events wait, those with the most events first.
 *
 * @remarks
 *
 * An event that bears several names is counted under each of them: giving one
 * of them to an entity maps it.
 */
export async function listUnmappedNames(
  knex: Knex,
  page: { limit: number; offset: number },
): Promise<UnmappedNames> {
  const groups = await knex('unmapped_event')
    .groupBy('scheme', 'value')
    .select<(Alias & { events: number | string; last: number | string })[]>(
      'scheme',
      'value',
      knex.raw('count(*) as events'),
      knex.raw('max(seq) as last'),
    )
    .orderBy([
      { column: 'events', order: 'desc' },
      { column: 'last', order: 'desc' },
      { column: 'scheme' },
      { column: 'value' },
    ])
    .limit(page.limit)
    .offset(page.offset);
  const counted = await knex
    .from(knex('unmapped_event').distinct('scheme', 'value').as('name'))
    .count({ total: '*' })
    .first();
  const sources = await readSources(knex, groups);
  const newest = await readNewest(
    knex,
    groups.map(({ last }) => toNumber(last)),
  );
  const resolution = await resolveNames(knex, groups);
  return {
    items: groups.flatMap(({ scheme, value, events, last }): UnmappedName[] => {
      const key = nameKey({ scheme, value });
      const event = newest.get(toNumber(last));
      // Missing where its retention has ended since the names were read.
      return event
        ? [
            {
              scheme,
              value,
              events: toNumber(events),
              sources: sources.get(key) ?? [],
              ...event,
              entityRefs: (resolution.get(key) ?? []).map(({ ref }) => ref),
            },
          ]
        : [];
    }),
    total: toNumber(counted?.total ?? 0),
  };
}

/** How many of the events of each name are of which source. */
async function readSources(
  knex: Knex,
  names: readonly Alias[],
): Promise<Map<string, UnmappedName['sources']>> {
  const bySource = new Map<string, UnmappedName['sources']>();
  if (names.length === 0) {
    return bySource;
  }
  const rows = await knex('unmapped_event as event')
    .join('source', 'source.id', 'event.source_id')
    .whereIn(
      ['event.scheme', 'event.value'],
      names.map(({ scheme, value }) => [scheme, value]),
    )
    .groupBy('event.scheme', 'event.value', 'source.name')
    .select('event.scheme', 'event.value', 'source.name')
    .count({ events: '*' });
  for (const { scheme, value, name, events } of rows as (Alias & {
    name: string;
    events: number | string;
  })[]) {
    const key = nameKey({ scheme, value });
    const ofName = bySource.get(key) ?? [];
    bySource.set(key, ofName);
    ofName.push({ source: name, events: toNumber(events) });
  }
  for (const ofName of bySource.values()) {
    ofName.sort(
      (a, b) => b.events - a.events || compareText(a.source, b.source),
    );
  }
  return bySource;
}

async function readNewest(
  knex: Knex,
  seqs: readonly number[],
): Promise<Map<number, Pick<UnmappedName, 'lastType' | 'lastReceivedAt'>>> {
  const rows = await knex('event_log')
    .whereIn('seq', [...new Set(seqs)])
    .select('seq', 'type', 'received_at');
  return new Map(
    rows.map(row => [
      toNumber(row.seq),
      { lastType: row.type, lastReceivedAt: toNumber(row.received_at) },
    ]),
  );
}
