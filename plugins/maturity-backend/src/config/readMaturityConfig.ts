import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { IANAZone } from 'luxon';
import {
  readIngestConfig,
  type IngestConfig,
} from '../ingest/readIngestConfig';
import { readModelsConfig, type ModelsConfig } from '../models';

/** Raw bodies are kept so long unless told. Milliseconds. */
const RAW_RETENTION_MS = 30 * 86_400_000;

/** All settings of the plugin, read once. */
export interface MaturityConfig {
  /** IANA zone in which days are cut. */
  readonly timeZone: string;
  readonly ingest: IngestConfig;
  readonly models: ModelsConfig;
  /** How long raw bodies are kept; `undefined` keeps them for good. */
  readonly rawRetentionMs?: number;
}

/**
 * Reads and checks everything below `maturity`.
 *
 * @throws InputError that names the key to change
 */
export function readMaturityConfig(config: Config): MaturityConfig {
  return Object.freeze({
    timeZone: readTimeZone(config),
    ingest: readIngestConfig(config),
    models: readModelsConfig(config),
    rawRetentionMs: readRawRetention(config),
  });
}

function readTimeZone(config: Config): string {
  const timeZone = config.getOptionalString('maturity.timeZone') ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      `maturity.timeZone is '${timeZone}', which is no IANA zone: use a name such as 'Asia/Shanghai'`,
    );
  }
  return timeZone;
}

function readRawRetention(config: Config): number | undefined {
  const key = 'maturity.retention.rawEvents';
  if (!config.has(key)) {
    return RAW_RETENTION_MS;
  }
  if (config.getOptional(key) === false) {
    return undefined;
  }
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch (error) {
    throw new InputError(
      `${key} must be a duration such as { days: 30 } or 'P30D', or false to keep raw bodies for good`,
      error,
    );
  }
}
