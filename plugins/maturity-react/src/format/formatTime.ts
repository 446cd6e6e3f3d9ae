import { DateTime } from 'luxon';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Texts } from '../language';

/** Options of the functions that show a time. @public */
export interface FormatTimeOptions {
  at: EpochMs;
  texts: Texts;
  /** IANA zone that days are cut in. */
  timeZone: string;
}

function local(options: FormatTimeOptions): DateTime {
  return DateTime.fromMillis(options.at, {
    zone: options.timeZone,
    locale: options.texts.locale,
  });
}

/** Day and minute, for example `20 Nov 2026, 13:45`. @public */
export function formatDateTime(
  options: FormatTimeOptions & { seconds?: boolean },
): string {
  return local(options).toLocaleString(
    options.seconds
      ? DateTime.DATETIME_MED_WITH_SECONDS
      : DateTime.DATETIME_MED,
  );
}

/**
 * A time as `<input type="datetime-local">` wants it, in the portal's zone:
 * `2026-11-20T13:45:30`.
 */
export function toTimeInput(at: EpochMs, timeZone: string): string {
  return DateTime.fromMillis(at, { zone: timeZone }).toFormat(
    "yyyy-MM-dd'T'HH:mm:ss",
  );
}

/** The day of a time as `<input type="date">` wants it. */
export function toDayInput(at: EpochMs, timeZone: string): string {
  return DateTime.fromMillis(at, { zone: timeZone }).toISODate() ?? '';
}

/**
 * What a `datetime-local` or `date` input holds, read in the portal's zone; a
 * day is its first instant.
 *
 * @returns undefined for what is no time
 */
export function fromTimeInput(
  text: string,
  timeZone: string,
): EpochMs | undefined {
  const time = DateTime.fromISO(text, { zone: timeZone });
  return time.isValid ? time.toMillis() : undefined;
}

/** The first instant after the day that a `date` input holds. */
export function afterDayInput(
  text: string,
  timeZone: string,
): EpochMs | undefined {
  const day = DateTime.fromISO(text, { zone: timeZone });
  return day.isValid
    ? day.plus({ days: 1 }).startOf('day').toMillis()
    : undefined;
}

/** The day. @public */
export function formatDate(options: FormatTimeOptions): string {
  return local(options).toLocaleString(DateTime.DATE_MED);
}

/** Day and month, for axes. @public */
export function formatDay(options: FormatTimeOptions): string {
  return local(options).toLocaleString({ month: 'short', day: 'numeric' });
}
