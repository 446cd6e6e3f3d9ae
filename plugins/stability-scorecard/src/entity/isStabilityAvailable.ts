import type { Entity } from '@backstage/catalog-model';

const KINDS = ['component', 'system'];

/**
 * Whether an entity has a stability tab and card.
 *
 * @public
 */
export function isStabilityAvailable(entity: Entity): boolean {
  return KINDS.includes(entity.kind.toLocaleLowerCase('en-US'));
}
