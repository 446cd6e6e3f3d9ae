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
export function formatDateTime(options: FormatTimeOptions): string {
  return local(options).toLocaleString(DateTime.DATETIME_MED);
}

/** The day. @public */
export function formatDate(options: FormatTimeOptions): string {
  return local(options).toLocaleString(DateTime.DATE_MED);
}

/** Day and month, for axes. @public */
export function formatDay(options: FormatTimeOptions): string {
  return local(options).toLocaleString({ month: 'short', day: 'numeric' });
}
