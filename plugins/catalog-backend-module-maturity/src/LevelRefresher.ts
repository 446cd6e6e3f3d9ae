import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Keys in one call to the catalog. */
const MAX_KEYS = 500;

/**
 * The refresh key under which the catalog finds an entity again.
 *
 * @param entityRef - lower case, as `stringifyEntityRef` gives it
 */
export function levelRefreshKey(entityRef: string): string {
  return `maturity-level:${entityRef}`;
}

/**
 * Has the catalog process entities again whose level changed.
 *
 * @remarks
 *
 * It is an entity provider that provides nothing: a provider's connection is
 * the only way to refresh by key. A key refreshes the entity alone, whereas
 * refreshing by entity ref reads its locations again as well.
 */
export class LevelRefresher implements EntityProvider {
  #connection?: EntityProviderConnection;
  readonly #early = new Set<string>();

  getProviderName(): string {
    return 'maturity-level-refresher';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const early = [...this.#early];
    this.#early.clear();
    await this.refresh(early);
  }

  /** Refreshes now, or as soon as the catalog has connected. */
  async refresh(entityRefs: string[]): Promise<void> {
    if (!this.#connection) {
      entityRefs.forEach(entityRef => this.#early.add(entityRef));
      return;
    }
    for (let first = 0; first < entityRefs.length; first += MAX_KEYS) {
      await this.#connection.refresh({
        keys: entityRefs.slice(first, first + MAX_KEYS).map(levelRefreshKey),
      });
    }
  }
}
