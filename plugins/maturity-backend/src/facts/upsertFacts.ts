import {
  FACT_KINDS,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, insertRows, toFlag } from '../database';
import { foldFact, type FoldedFact } from './domain/foldFact';
import { tableOf } from './domain/tableOf';
import { toColumns, type FactRow } from './factRows';
import {
  loadStatements,
  statementsAbout,
  type FactContribution,
} from './loadStatements';
import type { EntityClaim, LoggedEvent, StoredFact } from './types';

/** A fact that the events at hand speak of. */
interface TouchedFact {
  sourceId: number;
  key: string;
  contributions: FactContribution[];
  claims: EntityClaim[];
}

function factKey(sourceId: number, key: string): string {
  return `${sourceId}\n${key}`;
}

function collectTouched(
  kind: FactKind,
  events: readonly LoggedEvent[],
): Map<string, TouchedFact> {
  const touched = new Map<string, TouchedFact>();
  for (const event of events) {
    const keys = new Set(
      event.statements
        .filter(statement => statement.kind === kind)
        .map(statement => statement.key),
    );
    for (const key of keys) {
      const id = factKey(event.sourceId, key);
      const fact = touched.get(id) ?? {
        sourceId: event.sourceId,
        key,
        contributions: [],
        claims: [],
      };
      touched.set(id, fact);
      fact.contributions.push({
        seq: event.seq,
        generated: event.generated,
        statements: statementsAbout(event.statements, event.eventKey, {
          kind,
          key,
        }),
      });
      fact.claims.push(...event.claims);
    }
  }
  return touched;
}

/** Ids of the facts that are there already, by source and key. */
async function findExisting(
  tx: Knex,
  kind: FactKind,
  facts: Iterable<TouchedFact>,
): Promise<Map<string, number>> {
  const keysBySource = new Map<number, string[]>();
  for (const { sourceId, key } of facts) {
    const keys = keysBySource.get(sourceId) ?? [];
    keysBySource.set(sourceId, keys);
    keys.push(key);
  }
  const existing = new Map<string, number>();
  for (const [sourceId, keys] of keysBySource) {
    for (const chunk of chunksOf(keys)) {
      const rows = await tx(tableOf(kind).fact)
        .where({ source_id: sourceId })
        .whereIn('key', chunk)
        .select<Pick<FactRow, 'id' | 'key'>[]>('id', 'key');
      for (const row of rows) {
        existing.set(factKey(sourceId, row.key), row.id);
      }
    }
  }
  return existing;
}

function foldTouched(kind: FactKind, fact: TouchedFact): FoldedFact {
  return foldFact(
    kind,
    fact.contributions.flatMap(({ statements }) => statements),
  );
}

function toRow(kind: FactKind, fact: TouchedFact, folded: FoldedFact) {
  const seqs = fact.contributions.map(({ seq }) => seq).sort((a, b) => a - b);
  return {
    source_id: fact.sourceId,
    key: fact.key,
    first_seq: seqs[0],
    last_seq: seqs[seqs.length - 1],
    generated: toFlag(fact.contributions.some(({ generated }) => generated)),
    state: folded.excluded ? 'excluded' : 'live',
    corrected: toFlag(folded.corrected),
    at: folded.at,
    is_open: toFlag(folded.open),
    ...toColumns(kind, { ...folded.fields }),
  };
}

async function upsertKind(
  tx: Knex,
  kind: FactKind,
  events: readonly LoggedEvent[],
): Promise<StoredFact[]> {
  const touched = collectTouched(kind, events);
  if (touched.size === 0) {
    return [];
  }
  const existing = await findExisting(tx, kind, touched.values());
  const known = await loadStatements(tx, {
    kind,
    keys: new Map(
      [...existing].map(([fact, id]) => [id, touched.get(fact)!.key]),
    ),
  });
  const links: { kind: FactKind; fact_id: number; seq: number }[] = [];
  const stored: StoredFact[] = [];
  const facts = [...touched.values()];
  const columns = Object.keys(
    toRow(kind, facts[0], foldTouched(kind, facts[0])),
  );
  for (const chunk of chunksOf(facts, columns.length)) {
    const whole = chunk.map(fact => {
      const id = existing.get(factKey(fact.sourceId, fact.key));
      const before = id === undefined ? [] : known.get(id) ?? [];
      return { ...fact, contributions: [...before, ...fact.contributions] };
    });
    const folded = whole.map(fact => foldTouched(kind, fact));
    const rows = whole.map((fact, index) => toRow(kind, fact, folded[index]));
    const written = await tx(tableOf(kind).fact)
      .insert(rows)
      .onConflict(['source_id', 'key'])
      .merge(columns)
      .returning<Pick<FactRow, 'id' | 'source_id' | 'key'>[]>([
        'id',
        'source_id',
        'key',
      ]);
    const ids = new Map(
      written.map(row => [factKey(row.source_id, row.key), row.id]),
    );
    chunk.forEach((fact, index) => {
      const reference = factKey(fact.sourceId, fact.key);
      const id = ids.get(reference)!;
      for (const { seq } of fact.contributions) {
        links.push({ kind, fact_id: id, seq });
      }
      stored.push({
        kind,
        id,
        at: folded[index].at,
        open: folded[index].open,
        endedAt: folded[index].endedAt,
        existed: existing.has(reference),
        claims: fact.claims,
      });
    });
  }
  await insertRows(tx, { table: 'fact_event', rows: links });
  return stored;
}

/**
 * Folds events into the facts that they speak of, each fact from everything
 * that was ever said about it, and links the events to their facts.
 *
 * @param events - in the order of the log, none of them linked before
 */
export async function upsertFacts(
  tx: Knex,
  events: readonly LoggedEvent[],
): Promise<StoredFact[]> {
  const stored: StoredFact[] = [];
  for (const kind of FACT_KINDS) {
    stored.push(...(await upsertKind(tx, kind, events)));
  }
  return stored;
}
