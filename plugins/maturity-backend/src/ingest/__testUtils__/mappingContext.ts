import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { createMappingContext } from '../createMappingContext';
import { type ConfiguredSource, readIngestConfig } from '../readIngestConfig';

/** The source `ci` as configuration makes it, open to all entities by default. */
export function configuredSource(config: JsonObject = {}): ConfiguredSource {
  const { sources } = readIngestConfig(
    new ConfigReader({
      maturity: { sources: { ci: { entities: ['*'], ...config } } },
    }),
  );
  return sources[0];
}

/** A context with the default environments and a key for authors. */
export const mappingContext = createMappingContext({
  source: configuredSource(),
  authorKey: 'a key of the tests',
});
