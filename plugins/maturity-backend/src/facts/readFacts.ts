import type {
  EpochMs,
  Fact,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { SourceConnection } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { currentKnowledge } from '../database';
import { compareText } from './domain/compareText';
import { foldFact } from './domain/foldFact';
import { tableOf } from './domain/tableOf';
import { toFact, type FactRow } from './factRows';
import { findChangedSince } from './findChangedSince';
import { loadStatements } from './loadStatements';
import { readLastSeen } from './readLastSeen';
import { readSourceOfRecord, type SourceOfRecord } from './readSourceOfRecord';

/** Which facts of an entity to read. */
export interface ReadFactsOptions {
  knex: Knex;
  entityId: number;
  kinds: readonly FactKind[];
  /** The window `[from, to)`. */
  from: EpochMs;
  to: EpochMs;
  /** When the entity is looked at, where the window reaches beyond that. */
  asOf?: EpochMs;
  /** Knowledge sequence: what became known later is left out. */
  knownAt: number;
  /** Configured sources in their order of record. */
  sourceOrder: readonly string[];
  /** Milliseconds of silence after which a source is stale, by its name. */
  staleAfter: Readonly<Record<string, number | undefined>>;
}

/** Facts of an entity and what is known of their sources. */
export interface EntityFacts {
  /** Ordered by source and key. */
  facts: Fact[];
  /** A kind without a source of record is missing. */
  connections: Partial<Record<FactKind, SourceConnection>>;
}

type ReadKindOptions = Omit<ReadFactsOptions, 'kinds'> & {
  kind: FactKind;
  source: SourceOfRecord;
};

/** Rows whose fact was known to be somebody's, whatever is known of them today. */
function knownRows(options: ReadKindOptions) {
  const { knex, kind, source, knownAt } = options;
  const { fact, whose, id } = tableOf(kind);
  return (
    knex(`${whose} as whose`)
      .join(`${fact} as fact`, 'fact.id', `whose.${id}`)
      .where('whose.seq', '<=', knownAt)
      // An entity has few facts and a source has many. The sum keeps planners
      // from beginning with the source, which they do while a storm is too young
      // for their statistics.
      .where(query => {
        for (const { id: sourceId } of [source, ...source.beside]) {
          query.orWhereRaw('fact.source_id + 0 = ?', [sourceId]);
        }
      })
      .where('fact.first_seq', '<=', knownAt)
      .select<FactRow[]>('fact.*')
  );
}

/**
 * Facts that changed after `knownAt`, as they were then. Where they count
 * today says nothing about where they counted then, so all of the entity's
 * are looked at, those that are excluded today too.
 */
async function readPast(
  options: ReadKindOptions & { behind: number },
): Promise<Fact[]> {
  const { knex, kind, source, from, to, knownAt } = options;
  const rows = await findChangedSince(knex, {
    kind,
    entities: [options.entityId],
    knownAt,
    behind: options.behind,
    query: knownRows(options).where('fact.last_seq', '>', knownAt),
  });
  const byId = new Map(rows.map(row => [row.id, row]));
  const statements = await loadStatements(knex, {
    kind,
    keys: new Map(rows.map(row => [row.id, row.key])),
    knownAt,
  });
  const facts: Fact[] = [];
  for (const [id, contributions] of statements) {
    const folded = foldFact(
      kind,
      contributions.flatMap(contribution => contribution.statements),
    );
    const lasted = folded.open || (folded.endedAt ?? -Infinity) >= from;
    const reaches = folded.at < to && (folded.at >= from || lasted);
    if (reaches && !folded.excluded) {
      facts.push({
        kind,
        source: sourceOf(source, byId.get(id)!),
        key: byId.get(id)!.key,
        firstSeq: contributions[0].seq,
        lastSeq: contributions[contributions.length - 1].seq,
        generated: contributions.some(({ generated }) => generated),
        ...(folded.corrected && { corrected: true }),
        fields: folded.fields,
      } as Fact);
    }
  }
  return facts;
}

/** Facts that did not change after `knownAt`. */
async function readUnchanged(options: ReadKindOptions): Promise<Fact[]> {
  const { kind, source, from, to, knownAt } = options;
  const { spans } = tableOf(kind);
  const unchanged = () =>
    knownRows(options)
      .where('whose.entity_id', options.entityId)
      .where('fact.last_seq', '<=', knownAt)
      .where('fact.state', 'live');
  const rows = [
    ...(await unchanged()
      .where('whose.at', '>=', from)
      .where('whose.at', '<', to)),
    // The literal lets both databases use the partial index.
    ...(await unchanged()
      .whereRaw('whose.is_open = 1')
      .where('whose.at', '<', from)),
    ...(spans
      ? await unchanged()
          .where('whose.ended_at', '>=', from)
          // The sum leaves only the index of what ended: most ended long ago.
          .whereRaw('whose.at + 0 < ?', [from])
      : []),
  ];
  return rows.map(row => toFact(kind, sourceOf(source, row), row));
}

/** Name of the source that told of a fact. */
function sourceOf(source: SourceOfRecord, row: FactRow): string {
  const beside = source.beside.find(({ id }) => id === row.source_id);
  return (beside ?? source).name;
}

function compareFacts(a: Fact, b: Fact): number {
  return (
    compareText(a.source, b.source) ||
    compareText(a.key, b.key) ||
    compareText(a.kind, b.kind)
  );
}

/**
 * Reads the facts of one entity that count in a window, reach into it or are
 * still open, as they were known at a knowledge sequence.
 *
 * @remarks
 *
 * Only the source of record of each kind is read, and what people told of
 * beside it. A fact that was changed
 * later is folded again from what had been said of it by then. The number of
 * statements does not depend on the number of facts beyond one for each 500
 * that were changed later.
 */
export async function readFacts(
  options: ReadFactsOptions,
): Promise<EntityFacts> {
  const { knex, kinds, knownAt, staleAfter } = options;
  const sources = await readSourceOfRecord({
    ...options,
    asOf: options.asOf ?? options.to,
  });
  const lastSeen = new Map<number, EpochMs | undefined>();
  for (const { id } of sources.values()) {
    if (!lastSeen.has(id)) {
      lastSeen.set(id, await readLastSeen(knex, { sourceId: id, knownAt }));
    }
  }
  const connections: EntityFacts['connections'] = {};
  const ofKinds: ReadKindOptions[] = [];
  for (const kind of kinds) {
    const source = sources.get(kind);
    if (source) {
      ofKinds.push({ ...options, kind, source });
      connections[kind] = {
        source: source.name,
        since: source.since,
        ...(source.until !== undefined && { until: source.until }),
        lastSeen: lastSeen.get(source.id) ?? source.since,
        staleAfterMs: staleAfter[source.name],
      };
    }
  }

  let facts: Fact[] = [];
  for (const ofKind of ofKinds) {
    for (const fact of await readUnchanged(ofKind)) {
      facts.push(fact);
    }
  }
  // Asked only now, so that a fact that changed while the others were read is
  // found here, if it was not found there.
  const behind = (await currentKnowledge(knex)) - knownAt;
  if (behind > 0) {
    const byKey = new Map(facts.map(fact => [keyOf(fact), fact]));
    for (const ofKind of ofKinds) {
      for (const fact of await readPast({ ...ofKind, behind })) {
        byKey.set(keyOf(fact), fact);
      }
    }
    facts = [...byKey.values()];
  }
  return { facts: facts.sort(compareFacts), connections };
}

function keyOf({ kind, source, key }: Fact): string {
  return `${kind}\n${source}\n${key}`;
}
