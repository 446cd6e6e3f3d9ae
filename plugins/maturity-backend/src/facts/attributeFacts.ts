import {
  FACT_KINDS,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  chunksOf,
  fromFlag,
  insertRows,
  toFlag,
  toNumber,
  toOptionalNumber,
} from '../database';
import { tableOf } from './domain/tableOf';
import type { StoredFact } from './types';

interface Attribution {
  at: number;
  open: boolean;
  endedAt?: number;
  /** Since when it is known, by entity. */
  since: Map<number, number>;
}

async function loadAttributions(
  tx: Knex,
  kind: FactKind,
  factIds: readonly number[],
): Promise<Map<number, Attribution>> {
  const { whose, id, spans } = tableOf(kind);
  const byFact = new Map<number, Attribution>();
  for (const ids of chunksOf(factIds)) {
    const rows = await tx(whose)
      .whereIn(id, ids)
      .select('entity_id', 'at', 'is_open', 'seq', `${id} as fact_id`)
      .modify(query => spans && query.select('ended_at'));
    for (const row of rows) {
      const attribution = byFact.get(row.fact_id) ?? {
        at: toNumber(row.at),
        open: fromFlag(row.is_open),
        endedAt: toOptionalNumber(row.ended_at),
        since: new Map<number, number>(),
      };
      byFact.set(row.fact_id, attribution);
      attribution.since.set(row.entity_id, toNumber(row.seq));
    }
  }
  return byFact;
}

/** Entities of a fact, each since it was first known to be one of them. */
function mergeClaims(
  fact: StoredFact,
  before: Attribution | undefined,
): Map<number, number> {
  const since = new Map(before?.since);
  for (const { entityId, seq } of fact.claims) {
    since.set(entityId, Math.min(seq, since.get(entityId) ?? seq));
  }
  return since;
}

function sameAttribution(
  fact: StoredFact,
  before: Attribution,
  since: ReadonlyMap<number, number>,
): boolean {
  return (
    before.at === fact.at &&
    before.open === fact.open &&
    before.endedAt === fact.endedAt &&
    before.since.size === since.size &&
    [...since].every(([entityId, seq]) => before.since.get(entityId) === seq)
  );
}

async function attributeKind(
  tx: Knex,
  kind: FactKind,
  facts: readonly StoredFact[],
): Promise<Set<number>> {
  const { whose, id, spans } = tableOf(kind);
  const before = await loadAttributions(
    tx,
    kind,
    facts.filter(fact => fact.existed).map(fact => fact.id),
  );
  const entityIds = new Set<number>();
  const moved: number[] = [];
  const rows: Record<string, number | null>[] = [];
  for (const fact of facts) {
    const old = before.get(fact.id);
    const since = mergeClaims(fact, old);
    for (const entityId of since.keys()) {
      entityIds.add(entityId);
    }
    if (old && sameAttribution(fact, old, since)) {
      continue;
    }
    if (old) {
      moved.push(fact.id);
    }
    for (const [entityId, seq] of since) {
      rows.push({
        entity_id: entityId,
        at: fact.at,
        is_open: toFlag(fact.open),
        [id]: fact.id,
        seq,
        ...(spans && { ended_at: fact.endedAt ?? null }),
      });
    }
  }
  for (const ids of chunksOf(moved)) {
    await tx(whose).whereIn(id, ids).delete();
  }
  await insertRows(tx, { table: whose, rows });
  return entityIds;
}

/**
 * Makes the attribution of facts follow the time at which they count and the
 * entities that their events name. Since when an entity has had a fact is
 * kept when the fact moves in time.
 *
 * @returns ids of all entities that the facts count to, also of those that
 *   other events than the ones at hand named
 */
export async function attributeFacts(
  tx: Knex,
  facts: readonly StoredFact[],
): Promise<Set<number>> {
  const entityIds = new Set<number>();
  for (const kind of FACT_KINDS) {
    const ofKind = facts.filter(fact => fact.kind === kind);
    if (ofKind.length > 0) {
      for (const entityId of await attributeKind(tx, kind, ofKind)) {
        entityIds.add(entityId);
      }
    }
  }
  return entityIds;
}
