import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import {
  readKnownEntity,
  toKnownEntity,
  type EntityVersionRow,
  type KnownEntity,
} from '../assessment/readKnownEntity';
import { chunksOf, currentKnowledge } from '../database';
import { applyCriteria } from '../permissions/applyCriteria';
import type { EntityFilter } from '../permissions/rules';

/** Reads entities as the catalog projection knows them now. */
export class EntityReader {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): EntityReader {
    return new EntityReader(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @param entityRef - full and in lower case */
  async find(entityRef: string): Promise<KnownEntity | undefined> {
    return readKnownEntity(this.#knex, {
      entityRef,
      knownAt: await currentKnowledge(this.#knex),
    });
  }

  /**
   * Entities of the given refs that exist, in no particular order.
   *
   * @param criteria - conditions of a permission decision
   */
  async list(
    entityRefs: readonly string[],
    criteria?: PermissionCriteria<EntityFilter>,
  ): Promise<KnownEntity[]> {
    const found: KnownEntity[] = [];
    for (const refs of chunksOf([...new Set(entityRefs)])) {
      const query = this.#knex('entity')
        .join('entity_version as version', 'version.entity_id', 'entity.id')
        .whereIn('entity.ref', refs)
        .where('version.removed', 0)
        .where(
          'version.seq',
          this.#knex('entity_version as later')
            .whereRaw('later.entity_id = entity.id')
            .max('later.seq'),
        )
        .select<EntityVersionRow[]>(
          'entity.ref as ref',
          'version.entity_id as entity_id',
          'version.seq as seq',
          'version.removed as removed',
          'version.kind as kind',
          'version.owner_ref as owner_ref',
          'version.document as document',
        );
      const rows: EntityVersionRow[] = await (criteria
        ? applyCriteria(query, criteria)
        : query);
      found.push(...rows.map(toKnownEntity));
    }
    return found;
  }
}
