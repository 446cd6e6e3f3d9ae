import {
  FACT_KINDS,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, fromFlag, insertRows, toFlag, toNumber } from '../database';
import type { StoredFact } from './types';

interface Attribution {
  at: number;
  open: boolean;
  /** Since when it is known, by entity. */
  since: Map<number, number>;
}

async function loadAttributions(
  tx: Knex,
  kind: FactKind,
  factIds: readonly number[],
): Promise<Map<number, Attribution>> {
  const byFact = new Map<number, Attribution>();
  for (const ids of chunksOf(factIds)) {
    const rows = await tx(`${kind}_entity`)
      .whereIn(`${kind}_id`, ids)
      .select('entity_id', 'at', 'is_open', 'seq', `${kind}_id as fact_id`);
    for (const row of rows) {
      const attribution = byFact.get(row.fact_id) ?? {
        at: toNumber(row.at),
        open: fromFlag(row.is_open),
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
    before.since.size === since.size &&
    [...since].every(([entityId, seq]) => before.since.get(entityId) === seq)
  );
}

async function attributeKind(
  tx: Knex,
  kind: FactKind,
  facts: readonly StoredFact[],
): Promise<void> {
  const before = await loadAttributions(
    tx,
    kind,
    facts.filter(fact => fact.existed).map(fact => fact.id),
  );
  const moved: number[] = [];
  const rows: Record<string, number>[] = [];
  for (const fact of facts) {
    const old = before.get(fact.id);
    const since = mergeClaims(fact, old);
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
        [`${kind}_id`]: fact.id,
        seq,
      });
    }
  }
  for (const ids of chunksOf(moved)) {
    await tx(`${kind}_entity`).whereIn(`${kind}_id`, ids).delete();
  }
  await insertRows(tx, { table: `${kind}_entity`, rows });
}

/**
 * Makes the attribution of facts follow the time at which they count and the
 * entities that their events name. Since when an entity has had a fact is
 * kept when the fact moves in time.
 */
export async function attributeFacts(
  tx: Knex,
  facts: readonly StoredFact[],
): Promise<void> {
  for (const kind of FACT_KINDS) {
    const ofKind = facts.filter(fact => fact.kind === kind);
    if (ofKind.length > 0) {
      await attributeKind(tx, kind, ofKind);
    }
  }
}
