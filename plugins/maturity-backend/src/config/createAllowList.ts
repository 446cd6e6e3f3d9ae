import type { ConfiguredSource } from '../ingest/readIngestConfig';

/**
 * Whether a source may speak for an entity, by names. A source that is no
 * longer configured speaks for none.
 */
export function createAllowList(
  sources: readonly ConfiguredSource[],
): (source: string, entityRef: string) => boolean {
  const byName = new Map(sources.map(({ name, entities }) => [name, entities]));
  return (source, entityRef) => {
    const entities = byName.get(source);
    return entities === 'all' || (entities?.(entityRef) ?? false);
  };
}
