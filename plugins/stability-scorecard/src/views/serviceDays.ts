import {
  dayBuckets,
  sessionSpans,
  type Calendar,
  type EpochMs,
  type IncidentRecord,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { outagesOf, overlapOf } from './outages';

/** How one day went. */
export type ServiceDayState = 'clear' | 'down' | 'closed' | 'unknown';

/** One local day of a window. */
export interface ServiceDay extends TimeWindow {
  state: ServiceDayState;
  /** Milliseconds of service hours of the day. */
  service: number;
  /** Milliseconds of downtime in these. */
  downtime: number;
}

/** Options of {@link toServiceDays}. */
export interface ServiceDaysOptions {
  incidents: readonly IncidentRecord[];
  calendar: Calendar;
  /** Cut to as-of. */
  window: TimeWindow;
  timeZone: string;
  /**
   * Since when a source of incidents has been connected; days that end before
   * are not known. Absent: it never was.
   */
  connectedSince?: EpochMs;
}

/** Day by day: service hours, and how much of them was downtime. */
export function toServiceDays(options: ServiceDaysOptions): ServiceDay[] {
  const { incidents, calendar, window, timeZone } = options;
  const { connectedSince = Infinity } = options;
  const outages = outagesOf(incidents, window.to);
  return dayBuckets(window, timeZone).map(day => {
    const spans = sessionSpans(calendar, day, timeZone);
    const seen = { from: Math.max(day.from, connectedSince), to: day.to };
    const known = seen.from < seen.to;
    const downtime = known
      ? overlapOf(outages, sessionSpans(calendar, seen, timeZone))
      : 0;
    const service = overlapOf([day], spans);
    return { ...day, service, downtime, state: stateOf() };

    function stateOf(): ServiceDayState {
      if (!known) {
        return 'unknown';
      }
      if (service === 0) {
        return 'closed';
      }
      return downtime > 0 ? 'down' : 'clear';
    }
  });
}

/** Downtime at any hour of the window, milliseconds, as far as it was watched. */
export function downtimeAroundTheClock(
  options: Pick<ServiceDaysOptions, 'incidents' | 'window' | 'connectedSince'>,
): number {
  const { incidents, window, connectedSince = Infinity } = options;
  return overlapOf(outagesOf(incidents, window.to), [
    { from: Math.max(window.from, connectedSince), to: window.to },
  ]);
}
