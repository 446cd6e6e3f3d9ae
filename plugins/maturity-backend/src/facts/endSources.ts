import {
  StatementRank,
  type EpochMs,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, insertRows, toNumber, toOptionalNumber } from '../database';
import { tableOf } from './domain/tableOf';
import type { LoggedEvent } from './types';

/** An entity, a kind of fact and a source. */
interface Place {
  entity_id: number;
  kind: FactKind;
  source_id: number;
}

/** A row of the table. */
type End = {
  entity_id: number;
  kind: FactKind;
  source_id: number;
  seq: number;
  until: EpochMs | null;
  resumed: EpochMs | null;
};

/** What the events at hand say of one place. */
interface Said extends Place {
  /** The number of the newest event that tells of a fact. */
  factSeq?: number;
  /** The latest time that an event says the source is connected at. */
  connected?: { at: EpochMs; seq: number };
  /** The latest end. */
  end?: { at: EpochMs; seq: number };
}

function keyOf({ entity_id, kind, source_id }: Place): string {
  return `${entity_id}\n${kind}\n${source_id}`;
}

function later<T extends { at: EpochMs }>(a: T | undefined, b: T): T {
  return a === undefined || b.at > a.at ? b : a;
}

/** A correction is no sign of life: it comes from a person. */
function collect(events: readonly LoggedEvent[]): Map<string, Said> {
  const places = new Map<string, Said>();
  const note = (
    { sourceId, claims }: LoggedEvent,
    kind: FactKind,
    change: (said: Said, seq: number) => Partial<Said>,
  ) => {
    for (const { entityId, seq } of claims) {
      const place = { entity_id: entityId, kind, source_id: sourceId };
      const said: Said = places.get(keyOf(place)) ?? place;
      places.set(keyOf(place), { ...said, ...change(said, seq) });
    }
  };
  for (const event of events) {
    for (const { kind, rank } of event.statements) {
      if (rank !== StatementRank.Corrected) {
        note(event, kind, (_, seq) => ({ factSeq: seq }));
      }
    }
    for (const { kind, since, until } of event.connects) {
      note(event, kind, (said, seq) =>
        until === undefined
          ? { connected: later(said.connected, { at: since, seq }) }
          : { end: later(said.end, { at: until, seq }) },
      );
    }
  }
  return places;
}

/** What is known already. */
interface Known {
  until?: EpochMs;
  resumed?: EpochMs;
}

async function readEnds(
  tx: Knex,
  entityIds: readonly number[],
): Promise<Map<string, Known>> {
  const ends = new Map<string, Known>();
  for (const ids of chunksOf(entityIds)) {
    const rows = await tx('source_end')
      .whereIn('entity_id', ids)
      .groupBy('entity_id', 'kind', 'source_id')
      .select(
        'entity_id',
        'kind',
        'source_id',
        tx.raw('max(until) as ended'),
        tx.raw('max(resumed) as resumed'),
      );
    for (const row of rows) {
      ends.set(keyOf(row), {
        until: toOptionalNumber(row.ended),
        resumed: toOptionalNumber(row.resumed),
      });
    }
  }
  return ends;
}

/** The latest time that a fact of the source counts at for the entity. */
async function lastFactAt(
  tx: Knex,
  { entity_id: entityId, kind, source_id: sourceId }: Place,
): Promise<EpochMs | undefined> {
  const { fact, whose, id } = tableOf(kind);
  const row = await tx(`${whose} as whose`)
    .join(`${fact} as fact`, 'fact.id', `whose.${id}`)
    .where('whose.entity_id', entityId)
    .whereRaw('fact.source_id + 0 = ?', [sourceId])
    .orderBy('whose.at', 'desc')
    .first<{ at: number | string } | undefined>('whose.at as at');
  return row && toNumber(row.at);
}

/**
 * Notes that sources have stopped delivering for entities, and that they went
 * on after all.
 *
 * @remarks
 *
 * What came after an end takes it back, whichever is heard of first. So every
 * word that a source is connected is kept, an event with a fact looks whether it
 * comes after a known end, and a new end whether a fact came after it. Rows are
 * only ever added. Ends are rare: only they, and the first facts after them,
 * cost a statement of their own.
 *
 * @param tx - after the facts of the events were attributed
 */
export async function endSources(
  tx: Knex,
  events: readonly LoggedEvent[],
): Promise<void> {
  const places = [...collect(events).values()];
  const known = await readEnds(tx, [
    ...new Set(places.map(({ entity_id }) => entity_id)),
  ]);
  const rows: End[] = [];
  for (const { factSeq, connected, end, ...place } of places) {
    const before = known.get(keyOf(place)) ?? {};
    const isLater = end && (before.until ?? -Infinity) < end.at;
    const until = isLater ? end.at : before.until;
    const resumed = before.resumed ?? -Infinity;
    const isEnded = until !== undefined && resumed <= until;
    const factAt =
      isEnded && (isLater || factSeq !== undefined)
        ? await lastFactAt(tx, place)
        : undefined;
    const heard = Math.max(
      connected?.at ?? -Infinity,
      isEnded && factAt !== undefined && factAt > until ? factAt : -Infinity,
    );
    if (isLater || heard > resumed) {
      rows.push({
        ...place,
        seq: (isLater ? end.seq : undefined) ?? connected?.seq ?? factSeq!,
        until: isLater ? end.at : null,
        resumed: heard > resumed ? heard : null,
      });
    }
  }
  await insertRows(tx, { table: 'source_end', rows });
}
