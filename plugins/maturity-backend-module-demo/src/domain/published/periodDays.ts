import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import { workingDays, type LocalDay } from '../localDays';
import type { PublishedPeriod } from './PublishedPlan';

/** All published cases are of firms in China. */
export const CASE_TIME_ZONE = 'Asia/Shanghai';

/** Local days of a scorecard's window. */
const DAYS = 90;
/** Thirteen weeks, which some metrics look back. */
const QUARTER_DAYS = 91;

/**
 * When the sources of a period are connected: a day before the scorecard's
 * windows look back furthest, so that they are for the whole of them.
 */
export function connectedSince(period: PublishedPeriod): EpochMs {
  return DateTime.fromISO(period.end, { zone: CASE_TIME_ZONE })
    .startOf('day')
    .minus({ days: QUARTER_DAYS })
    .toMillis();
}

/** When they are switched off: at the midnight after the last day. */
export function connectedUntil(period: PublishedPeriod): EpochMs {
  return DateTime.fromISO(period.end, { zone: CASE_TIME_ZONE })
    .startOf('day')
    .plus({ days: 1 })
    .toMillis();
}

/** The days of a period on which people work, Monday to Friday, oldest first. */
export function periodDays(period: PublishedPeriod): LocalDay[] {
  const end = DateTime.fromISO(period.end, { zone: CASE_TIME_ZONE });
  const anchor = end.startOf('day').plus({ days: 1 }).toMillis();
  return workingDays({
    anchor,
    timeZone: CASE_TIME_ZONE,
    firstDay: DAYS,
    lastDay: 1,
  }).filter(day => {
    const date = DateTime.fromMillis(day.at(0), {
      zone: CASE_TIME_ZONE,
    }).toISODate()!;
    return !period.quiet.some(([from, to]) => date >= from && date <= to);
  });
}

/** How many of a whole fall to one of several parts, so that all add up. */
export function shareOf(whole: number, part: number, parts: number): number {
  return (
    Math.floor(((part + 1) * whole) / parts) -
    Math.floor((part * whole) / parts)
  );
}
