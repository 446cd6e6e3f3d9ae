import { createHash } from 'node:crypto';
import type { Alias, EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { markDue } from '../assessment/markDue';
import { insertRows, takeKnowledge, writeTransaction } from '../database';
import type { EntityDescription } from './domain/describeEntity';
import { readCurrent } from './readVersions';
import { updateAliases } from './updateAliases';

/** What the catalog said that may be new. At most 500 of each. */
export interface WriteEntitiesOptions {
  knex: Knex;
  now: EpochMs;
  present: readonly EntityDescription[];
  /** Refs of entities that the catalog no longer has. */
  removed: readonly string[];
}

/** Hash by which two versions of an entity are told apart. */
export function etagOf(description: EntityDescription): string {
  return createHash('sha256').update(JSON.stringify(description)).digest('hex');
}

function versionRow(
  description: EntityDescription,
  version: { entityId: number; seq: number; now: EpochMs },
) {
  return {
    entity_id: version.entityId,
    seq: version.seq,
    valid_from: version.now,
    removed: 0,
    etag: etagOf(description),
    kind: description.kind,
    type: description.type ?? null,
    lifecycle: description.lifecycle ?? null,
    tier: description.tier ?? null,
    owner_ref: description.ownerRef ?? null,
    system_ref: description.systemRef ?? null,
    domain_ref: description.domainRef ?? null,
    document: JSON.stringify(description.document),
  };
}

async function ensureEntities(
  tx: Knex,
  refs: readonly string[],
): Promise<Map<string, number>> {
  await insertRows(tx, {
    table: 'entity',
    rows: refs.map(ref => ({ ref })),
    ignoreOn: ['ref'],
  });
  const rows = await tx('entity')
    .whereIn('ref', [...refs])
    .select<{ id: number; ref: string }[]>('id', 'ref');
  return new Map(rows.map(row => [row.ref, row.id]));
}

/**
 * Adds a version for every entity that is really new, changed or gone, moves
 * its names along and has it assessed again.
 *
 * @returns how many versions were added
 */
export async function writeEntities(
  options: WriteEntitiesOptions,
): Promise<number> {
  const { knex, now, present, removed } = options;
  return await writeTransaction(knex, async (tx, lastSeq) => {
    const seq = lastSeq + 1;
    const current = await readCurrent(tx, [
      ...present.map(({ ref }) => ref),
      ...removed,
    ]);
    const changed = present.filter(
      description => current.get(description.ref)?.etag !== etagOf(description),
    );
    const gone = removed
      .map(ref => current.get(ref))
      .filter(entity => entity !== undefined)
      .filter(entity => entity.etag !== '');
    if (changed.length + gone.length === 0) {
      return 0;
    }
    await takeKnowledge(tx, 1);
    const ids = await ensureEntities(
      tx,
      changed.map(({ ref }) => ref),
    );
    await insertRows(tx, {
      table: 'entity_version',
      rows: changed.map(description =>
        versionRow(description, {
          entityId: ids.get(description.ref)!,
          seq,
          now,
        }),
      ),
    });
    await insertRows(tx, {
      table: 'entity_version',
      rows: gone.map(({ id, ref, ...version }) => ({
        ...version,
        seq,
        valid_from: now,
        removed: 1,
        etag: '',
      })),
    });
    const goneIds = gone.map(({ id }) => id);
    await updateAliases(tx, {
      aliases: new Map<number, readonly Alias[]>([
        ...changed.map(({ ref, aliases }) => [ids.get(ref)!, aliases] as const),
        ...goneIds.map(id => [id, []] as const),
      ]),
      seq,
      now,
    });
    await markDue(tx, {
      entityIds: [...ids.values(), ...goneIds],
      dueAt: now,
      seq,
    });
    return changed.length + gone.length;
  });
}
