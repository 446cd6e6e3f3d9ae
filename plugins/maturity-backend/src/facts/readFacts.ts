import type {
  EpochMs,
  Fact,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { SourceConnection } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { currentKnowledge, toNumber } from '../database';
import { compareText } from './domain/compareText';
import { foldFact } from './domain/foldFact';
import { toFact, type FactRow } from './factRows';
import { findChangedSince } from './findChangedSince';
import { loadStatements } from './loadStatements';
import { readSourceOfRecord, type SourceOfRecord } from './readSourceOfRecord';

/** Which facts of an entity to read. */
export interface ReadFactsOptions {
  knex: Knex;
  entityId: number;
  kinds: readonly FactKind[];
  /** The window `[from, to)`. */
  from: EpochMs;
  to: EpochMs;
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

/** Rows whose fact the entity knew of, whatever is known of them today. */
function knownRows(options: ReadKindOptions) {
  const { knex, kind, entityId, source, knownAt } = options;
  return knex(`${kind}_entity as whose`)
    .join(`${kind} as fact`, 'fact.id', `whose.${kind}_id`)
    .where('whose.entity_id', entityId)
    .where('whose.seq', '<=', knownAt)
    .where('fact.source_id', source.id)
    .where('fact.state', 'live')
    .where('fact.first_seq', '<=', knownAt)
    .select<FactRow[]>('fact.*');
}

/**
 * Facts that changed after `knownAt`, as they were then. Where they count
 * today says nothing about where they counted then, so all of the entity's
 * are looked at.
 */
async function readPast(
  options: ReadKindOptions & { behind: number },
): Promise<Fact[]> {
  const { knex, kind, source, from, to, knownAt } = options;
  const rows = await findChangedSince(knex, {
    kind,
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
    if (folded.at < to && (folded.at >= from || folded.open)) {
      facts.push({
        kind,
        source: source.name,
        key: byId.get(id)!.key,
        firstSeq: contributions[0].seq,
        lastSeq: contributions[contributions.length - 1].seq,
        generated: contributions.some(({ generated }) => generated),
        fields: folded.fields,
      } as Fact);
    }
  }
  return facts;
}

async function readKind(options: ReadKindOptions): Promise<Fact[]> {
  const { knex, kind, source, from, to, knownAt } = options;
  const unchanged = () =>
    knownRows(options).where('fact.last_seq', '<=', knownAt);
  const rows = [
    ...(await unchanged()
      .where('whose.at', '>=', from)
      .where('whose.at', '<', to)),
    // The literal lets both databases use the partial index.
    ...(await unchanged()
      .whereRaw('whose.is_open = 1')
      .where('whose.at', '<', from)),
  ];
  const facts = new Map(
    rows.map(row => [row.key, toFact(kind, source.name, row)]),
  );
  // Asked only now, so that a fact that changed while the rows were read is
  // found here, if it was not found there.
  const behind = (await currentKnowledge(knex)) - knownAt;
  if (behind > 0) {
    for (const fact of await readPast({ ...options, behind })) {
      facts.set(fact.key, fact);
    }
  }
  return [...facts.values()];
}

/** When a source was last heard of, as known at a sequence. */
async function readLastSeen(
  knex: Knex,
  options: { sourceId: number; knownAt: number },
): Promise<EpochMs | undefined> {
  const row = await knex('event_log')
    .where({ source_id: options.sourceId })
    .where('seq', '<=', options.knownAt)
    .orderBy('seq', 'desc')
    .first<{ received_at: number | string } | undefined>('received_at');
  return row && toNumber(row.received_at);
}

function compareFacts(a: Fact, b: Fact): number {
  return (
    compareText(a.source, b.source) ||
    compareText(a.key, b.key) ||
    compareText(a.kind, b.kind)
  );
}

/**
 * Reads the facts of one entity that count in a window or are still open, as
 * they were known at a knowledge sequence.
 *
 * @remarks
 *
 * Only the source of record of each kind is read. A fact that was changed
 * later is folded again from what had been said of it by then. The number of
 * statements does not depend on the number of facts beyond one for each 500
 * that were changed later.
 */
export async function readFacts(
  options: ReadFactsOptions,
): Promise<EntityFacts> {
  const { knex, kinds, knownAt, staleAfter } = options;
  const sources = await readSourceOfRecord(options);
  const facts: Fact[] = [];
  const connections: EntityFacts['connections'] = {};
  for (const kind of kinds) {
    const source = sources.get(kind);
    if (!source) {
      continue;
    }
    const lastSeen = await readLastSeen(knex, { sourceId: source.id, knownAt });
    connections[kind] = {
      source: source.name,
      since: source.since,
      lastSeen: lastSeen ?? source.since,
      staleAfterMs: staleAfter[source.name],
    };
    facts.push(...(await readKind({ ...options, kind, source })));
  }
  return { facts: facts.sort(compareFacts), connections };
}
