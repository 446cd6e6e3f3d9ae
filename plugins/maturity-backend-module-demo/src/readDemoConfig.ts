import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const DEFAULT_SEED = 42;

/** The settings of the demo. */
export interface DemoConfig {
  readonly enabled: boolean;
  readonly seed: number;
  /** IANA zone in which the portal cuts days. */
  readonly timeZone: string;
}

/**
 * Reads `maturity.demo` and `maturity.timeZone`.
 *
 * @throws InputError that names the key to change
 */
export function readDemoConfig(config: Config): DemoConfig {
  const seed = config.getOptionalNumber('maturity.demo.seed') ?? DEFAULT_SEED;
  if (!Number.isSafeInteger(seed)) {
    throw new InputError(
      `maturity.demo.seed is ${seed}: it must be a whole number`,
    );
  }
  return Object.freeze({
    enabled: config.getOptionalBoolean('maturity.demo.enabled') ?? false,
    seed,
    timeZone: config.getOptionalString('maturity.timeZone') ?? 'UTC',
  });
}
