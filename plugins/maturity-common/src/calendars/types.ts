import type { LocalizedText } from '../metrics';

/** What a calendar is for: rates per working day, or hours of service. @public */
export type CalendarUse = 'work' | 'session';

/** A span of the day, `HH:MM` to `HH:MM` in the calendar's zone, end exclusive. @public */
export interface DayHours {
  from: string;
  to: string;
}

/**
 * One version of a calendar of working days or of service hours.
 *
 * @remarks
 * A day counts when it is one of `weekdays` and not in `holidays`, or is in
 * `extraDays`. After `until` the holidays are not known yet: days then count by
 * `weekdays` alone, with the usual `hours`, and whoever runs the portal is warned
 * 60 days ahead.
 *
 * @public
 */
export interface Calendar {
  /** For example `cn-work`. */
  id: string;
  use: CalendarUse;
  title: LocalizedText;
  /** IANA zone of the dates and hours; absent: the portal's own. */
  timeZone?: string;
  /** 1 is Monday, 7 is Sunday. */
  weekdays: number[];
  /** ISO dates that do not count although their weekday does. */
  holidays: string[];
  /** ISO dates that count although their weekday does not. */
  extraDays: string[];
  /** Hours of a counting day; absent: the whole day. */
  hours?: DayHours[];
  /** ISO dates of counting days that have hours of their own, such as half days. */
  dates?: Record<string, DayHours[]>;
  /** First and last ISO date for which the dates are known; absent: always. */
  since?: string;
  until?: string;
  /** Where the dates are from. */
  source: string;
}

/** A calendar and whether it has to be renewed soon. @public */
export interface CalendarStatus {
  calendar: Calendar;
  /** Local days until `until`; negative when it has passed; absent without an end. */
  daysLeft?: number;
}
