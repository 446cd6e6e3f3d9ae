import type { Entity } from '@backstage/catalog-model';

/** Kinds that are measured; groups and domains only roll up. */
const KINDS = ['component', 'system'];

/**
 * Whether an entity has a maturity tab and card.
 *
 * @public
 */
export function isMaturityAvailable(entity: Entity): boolean {
  return KINDS.includes(entity.kind.toLocaleLowerCase('en-US'));
}
