import type { Config } from '@backstage/config';

/** A source in the configuration, for the module that knows its type. @public */
export interface SourceSettings {
  /** The id of the source, and the last segment of the path of its webhooks. */
  id: string;
  /** `maturity.sources.<id>`, for messages. */
  key: string;
  /** Absent where nothing is configured. */
  config?: Config;
}

/**
 * The sources of a type: those whose `type` says so, and the one of that name
 * that says nothing.
 *
 * @remarks
 *
 * Where there is none, one with the name of the type stands for it, without
 * settings: so what is sent to it is answered with what to configure, and not
 * as if the module were not installed.
 *
 * @public
 */
export function configuredSources(
  config: Config,
  type: string,
): SourceSettings[] {
  const sources = config.getOptionalConfig('maturity.sources');
  const found = (sources?.keys() ?? [])
    .map(id => ({ id, config: sources!.getConfig(id) }))
    .filter(
      source => (source.config.getOptionalString('type') ?? source.id) === type,
    );
  const settings: { id: string; config?: Config }[] =
    found.length > 0 || sources?.has(type) ? found : [{ id: type }];
  return settings.map(source => ({
    ...source,
    key: `maturity.sources.${source.id}`,
  }));
}
