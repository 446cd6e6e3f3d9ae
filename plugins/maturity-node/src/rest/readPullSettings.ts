import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { SourceSettings } from '../webhooks';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How a source is pulled. @public */
export interface PullSettings {
  /** How long after a pull the next one is due. Milliseconds. */
  readonly everyMs: number;
  /** How far into the past the first pull looks. Milliseconds. */
  readonly lookBackMs: number;
  /** How far each later pull reaches behind the one before. Milliseconds. */
  readonly overlapMs: number;
  /** Instead of those that entities of the catalog name. */
  readonly repositories?: readonly string[];
}

/**
 * Reads `pull` of a source: a source is pulled only where the configuration
 * has it.
 *
 * @returns `undefined` where it is not pulled
 * @throws InputError that names the key to change
 * @public
 */
export function readPullSettings(
  settings: SourceSettings,
): PullSettings | undefined {
  const config = settings.config?.getOptionalConfig('pull');
  if (!config || config.getOptionalBoolean('enabled') === false) {
    return undefined;
  }
  const key = `${settings.key}.pull`;
  const duration = (
    name: string,
    bounds: { fallback: number; least: number },
  ) => readMilliseconds(config, { key: `${key}.${name}`, name, ...bounds });
  return {
    everyMs: duration('every', { fallback: 30 * MINUTE_MS, least: MINUTE_MS }),
    lookBackMs: duration('lookBack', { fallback: 90 * DAY_MS, least: 0 }),
    overlapMs: duration('overlap', { fallback: HOUR_MS, least: 0 }),
    repositories: config.getOptionalStringArray('repositories'),
  };
}

/** What each unit of a duration is; a month and a year are rough. */
const UNITS_MS: Readonly<Record<string, number>> = {
  years: 365 * DAY_MS,
  months: 30 * DAY_MS,
  weeks: 7 * DAY_MS,
  days: DAY_MS,
  hours: HOUR_MS,
  minutes: MINUTE_MS,
  seconds: SECOND_MS,
  milliseconds: 1,
};

function readMilliseconds(
  config: Config,
  options: { key: string; name: string; fallback: number; least: number },
): number {
  const { key, name, fallback, least } = options;
  if (!config.has(name)) {
    return fallback;
  }
  let read: Record<string, number | undefined>;
  try {
    read = { ...readDurationFromConfig(config, { key: name }) };
  } catch (error) {
    throw new InputError(
      `${key} must be a duration such as { minutes: 10 } or 'PT10M'`,
      error,
    );
  }
  const milliseconds = Object.entries(read).reduce(
    (sum, [unit, count = 0]) => sum + count * UNITS_MS[unit],
    0,
  );
  if (milliseconds < least) {
    throw new InputError(`${key} is too short: at least ${least / 1000} s`);
  }
  return milliseconds;
}
