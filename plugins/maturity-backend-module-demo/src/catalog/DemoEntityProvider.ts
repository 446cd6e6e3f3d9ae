import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/**
 * Hands the demo's entities to the catalog, or none, which takes away those of
 * an earlier start.
 */
export class DemoEntityProvider implements EntityProvider {
  readonly #entities: readonly Entity[];

  constructor(options: { entities: readonly Entity[] }) {
    this.#entities = options.entities;
  }

  getProviderName(): string {
    return 'maturity-demo';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await connection.applyMutation({
      type: 'full',
      entities: this.#entities.map(entity => ({
        entity,
        locationKey: 'maturity-demo',
      })),
    });
  }
}
