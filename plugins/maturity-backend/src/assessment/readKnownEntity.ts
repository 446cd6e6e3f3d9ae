import type { Knex } from 'knex';
import { fromFlag, toNumber } from '../database';

/** An entity as the catalog had it at a knowledge sequence. */
export interface KnownEntity {
  entityId: number;
  entityRef: string;
  /** Sequence of the version. */
  seq: number;
  kind: string;
  ownerRef?: string;
  document: Readonly<Record<string, unknown>>;
}

/** Which entity, by one of its two names. */
export type EntityKey = { entityId: number } | { entityRef: string };

/**
 * Reads the newest version of an entity that was known.
 *
 * @returns `undefined` when the catalog did not have it then
 */
export async function readKnownEntity(
  knex: Knex,
  options: EntityKey & { knownAt: number },
): Promise<KnownEntity | undefined> {
  const row = await knex('entity')
    .join('entity_version as version', 'version.entity_id', 'entity.id')
    .where(
      'entityId' in options
        ? { 'entity.id': options.entityId }
        : { 'entity.ref': options.entityRef },
    )
    .where('version.seq', '<=', options.knownAt)
    .orderBy('version.seq', 'desc')
    .first<EntityVersionRow | undefined>(
      'entity.ref as ref',
      'version.entity_id as entity_id',
      'version.seq as seq',
      'version.removed as removed',
      'version.kind as kind',
      'version.owner_ref as owner_ref',
      'version.document as document',
    );
  return row && !fromFlag(row.removed) ? toKnownEntity(row) : undefined;
}

/** Columns of `entity_version` and the ref of its entity. */
export interface EntityVersionRow {
  ref: string;
  entity_id: number;
  seq: number | string;
  removed: number;
  kind: string;
  owner_ref: string | null;
  document: string;
}

/** A row as the rest of the code sees it. */
export function toKnownEntity(row: EntityVersionRow): KnownEntity {
  return {
    entityId: row.entity_id,
    entityRef: row.ref,
    seq: toNumber(row.seq),
    kind: row.kind,
    ownerRef: row.owner_ref ?? undefined,
    document: JSON.parse(row.document),
  };
}
