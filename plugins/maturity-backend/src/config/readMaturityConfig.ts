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

/** Raw bodies are kept so long unless told. Milliseconds. */
const RAW_RETENTION_MS = 30 * 86_400_000;

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
    calendars: readCalendarsConfig(config),
    alertRule: readAlertRule(config),
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

function readRawRetention(config: Config): number | undefined {
  const key = 'maturity.retention.rawEvents';
  if (!config.has(key)) {
    return RAW_RETENTION_MS;
  }
  if (config.getOptional(key) === false) {
    return undefined;
  }
  return readDuration(
    config,
    key,
    "{ days: 30 } or 'P30D', or false to keep raw bodies for good",
  );
}
