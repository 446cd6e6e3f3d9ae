import type {
  Alias,
  AliasScheme,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf } from '../database';
import { compareText } from './domain/compareText';
import { nameKey } from './domain/namesOf';

/** An entity that answers to a name. */
export interface ResolvedEntity {
  id: number;
  ref: string;
}

/** Whom names stand for now; a name without an entity is missing. */
export type Resolution = ReadonlyMap<string, readonly ResolvedEntity[]>;

/** Looks names up in what the catalog says now. */
export async function resolveNames(
  knex: Knex,
  names: Iterable<Alias>,
): Promise<Resolution> {
  const valuesByScheme = new Map<AliasScheme, Set<string>>();
  for (const { scheme, value } of names) {
    const values = valuesByScheme.get(scheme) ?? new Set<string>();
    valuesByScheme.set(scheme, values.add(value));
  }
  const resolution = new Map<string, ResolvedEntity[]>();
  for (const [scheme, values] of valuesByScheme) {
    for (const chunk of chunksOf([...values])) {
      const rows = await knex('alias')
        .join('entity', 'entity.id', 'alias.entity_id')
        .where('alias.scheme', scheme)
        .whereIn('alias.value', chunk)
        .whereNull('alias.closed_seq')
        // The catalog and an operator may say the same of one entity.
        .distinct('alias.value', 'entity.id', 'entity.ref');
      for (const { value, id, ref } of rows) {
        const key = nameKey({ scheme, value });
        const entities = resolution.get(key) ?? [];
        resolution.set(key, entities);
        entities.push({ id, ref });
      }
    }
  }
  for (const entities of resolution.values()) {
    entities.sort((a, b) => compareText(a.ref, b.ref));
  }
  return resolution;
}

/** Whom an event counts for. */
export type EventEntities =
  | { kind: 'mapped'; entities: readonly ResolvedEntity[] }
  | { kind: 'unmapped' }
  | { kind: 'outside'; entityRef: string };

/** How to decide whom an event counts for. */
export interface EntitiesOfOptions {
  /** The most telling first. */
  names: readonly Alias[];
  resolution: Resolution;
  /** Allow list of the event's source. */
  allows: (entityRef: string) => boolean;
}

/**
 * The entities of the first name that anyone answers to, as far as the source
 * may speak for them. A name may stand for several, such as one repository
 * for several services.
 */
export function entitiesOf(options: EntitiesOfOptions): EventEntities {
  const { names, resolution, allows } = options;
  for (const name of names) {
    // A ref outside the list is refused whether or not it exists, so that a
    // producer cannot find out what does.
    if (name.scheme === 'entity' && !allows(name.value)) {
      return { kind: 'outside', entityRef: name.value };
    }
    const entities = resolution.get(nameKey(name));
    if (entities) {
      const allowed = entities.filter(({ ref }) => allows(ref));
      return allowed.length > 0
        ? { kind: 'mapped', entities: allowed }
        : { kind: 'outside', entityRef: entities[0].ref };
    }
  }
  return { kind: 'unmapped' };
}
