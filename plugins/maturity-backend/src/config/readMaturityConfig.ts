import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { WEEKDAYS } from '@devops-scorecards/plugin-maturity-common';
import { IANAZone } from 'luxon';
import {
  readIngestConfig,
  type IngestConfig,
} from '../ingest/readIngestConfig';
import type { AlertRule } from '../metrics/domain/incidents';
import { readModelsConfig, type ModelsConfig } from '../models';

const DAY_MS = 86_400_000;

/** Raw bodies are kept so long unless told. Milliseconds. */
const RAW_RETENTION_MS = 30 * DAY_MS;

/**
 * The shortest that facts may be kept: criteria of the highest level look back
 * 270 days, from windows of 90 and facts of up to 90 before them.
 */
const SHORTEST_FACT_RETENTION_MS = 460 * DAY_MS;

/** How long is kept what is not kept for good; absent keeps it for good. */
export interface RetentionConfig {
  /** Raw bodies. Milliseconds. */
  readonly rawMs?: number;
  /** Events that no fact was made of. Milliseconds. */
  readonly eventsMs?: number;
  /** Facts that have ended, and their events. Milliseconds. */
  readonly factsMs?: number;
}

/** An alert becomes an incident after so long unless told. Milliseconds. */
const ALERT_OPEN_FOR_MS = 5 * 60_000;

/** What the configuration says of calendars. */
export interface CalendarsConfig {
  /** Files and directories of additional calendars. */
  readonly paths: readonly string[];
  /** Id of the calendar of the organisation's working days. */
  readonly workCalendar: string;
}

/** All settings of the plugin, read once. */
export interface MaturityConfig {
  /** IANA zone in which days are cut. */
  readonly timeZone: string;
  readonly ingest: IngestConfig;
  readonly models: ModelsConfig;
  readonly calendars: CalendarsConfig;
  /** When an alert becomes an incident; `undefined` where none ever does. */
  readonly alertRule?: AlertRule;
  readonly retention: RetentionConfig;
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
    calendars: readCalendarsConfig(config),
    alertRule: readAlertRule(config),
    retention: readRetention(config),
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

function readCalendarsConfig(config: Config): CalendarsConfig {
  return {
    paths: config.getOptionalStringArray('maturity.calendars') ?? [],
    workCalendar:
      config.getOptionalString('maturity.workCalendar') ?? WEEKDAYS.id,
  };
}

function readAlertRule(config: Config): AlertRule | undefined {
  const key = 'maturity.alerts.incidentRule';
  if (config.getOptional(key) === false) {
    return undefined;
  }
  const severity = config.getOptionalString(`${key}.severity`) ?? 'critical';
  if (severity !== 'critical') {
    throw new InputError(
      `${key}.severity is '${severity}': only critical alerts can become incidents, write 'critical' or leave it out`,
    );
  }
  return {
    severity,
    openForMs: config.has(`${key}.openFor`)
      ? readDuration(config, `${key}.openFor`, "{ minutes: 5 } or 'PT5M'")
      : ALERT_OPEN_FOR_MS,
  };
}

function readDuration(config: Config, key: string, example: string): number {
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch (error) {
    throw new InputError(`${key} must be a duration such as ${example}`, error);
  }
}

function readRetention(config: Config): RetentionConfig {
  const factsMs = readRetentionOf(config, 'facts', "{ years: 3 } or 'P3Y'");
  if (factsMs !== undefined && factsMs < SHORTEST_FACT_RETENTION_MS) {
    throw new InputError(
      `maturity.retention.facts is shorter than ${
        SHORTEST_FACT_RETENTION_MS / DAY_MS
      } days, from which levels are computed: make it longer, or false to keep facts for good`,
    );
  }
  return Object.freeze({
    rawMs: config.has('maturity.retention.rawEvents')
      ? readRetentionOf(config, 'rawEvents', "{ days: 30 } or 'P30D'")
      : RAW_RETENTION_MS,
    eventsMs: readRetentionOf(config, 'events', "{ days: 90 } or 'P90D'"),
    factsMs,
  });
}

/** @returns `undefined` where it is kept for good */
function readRetentionOf(
  config: Config,
  what: 'rawEvents' | 'events' | 'facts',
  example: string,
): number | undefined {
  const key = `maturity.retention.${what}`;
  if (!config.has(key) || config.getOptional(key) === false) {
    return undefined;
  }
  return readDuration(
    config,
    key,
    `${example}, or false to keep them for good`,
  );
}
