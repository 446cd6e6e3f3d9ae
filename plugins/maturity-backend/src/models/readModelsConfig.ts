import type { Config } from '@backstage/config';
import type { PrimaryModelRule } from './domain/applicableModels';

/** What the configuration says of models. */
export interface ModelsConfig {
  /** Files and directories of additional packs. */
  paths: readonly string[];
  primaryModel: readonly PrimaryModelRule[];
}

/**
 * Reads `maturity.models` and `maturity.primaryModel`.
 *
 * @param config - of the whole portal
 */
export function readModelsConfig(config: Config): ModelsConfig {
  const maturity = config.getOptionalConfig('maturity');
  return {
    paths: maturity?.getOptionalStringArray('models') ?? [],
    primaryModel: (maturity?.getOptionalConfigArray('primaryModel') ?? []).map(
      rule => ({
        kind: rule.getString('kind'),
        type: rule.getOptionalString('type'),
        tier: rule.getOptionalString('tier'),
        model: rule.getString('model'),
      }),
    ),
  };
}
